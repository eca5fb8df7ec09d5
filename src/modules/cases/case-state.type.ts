import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { CASE_MOVE_NAMES, CASE_STATES, MOVE_NEEDS } from './case.machine';
import { MOVE_NAMES, NEED_NAMES, STATE_NAMES, STEP_NAMES } from './case.words';

/** The description of each name of a list, from what people call it. */
function described<Name extends string>(
  words: Readonly<Record<Name, { readonly zh: string; readonly en: string }>>,
): Record<Name, { description: string }> {
  const entries = Object.entries<{ zh: string; en: string }>(words);
  return Object.fromEntries(
    entries.map(([name, { zh, en }]) => [
      name,
      { description: `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).` },
    ]),
  ) as Record<Name, { description: string }>;
}

export const CaseStateEnum = enumOf(CASE_STATES);
registerEnumType(CaseStateEnum, {
  name: 'CaseState',
  description: 'State of a case (事件状态); the picture is in docs/cases.md.',
  valuesConfig: described(STATE_NAMES),
});

export const CaseMoveEnum = enumOf(CASE_MOVE_NAMES);
registerEnumType(CaseMoveEnum, {
  name: 'CaseMove',
  description:
    'A move in the life of a case (事件操作); from where to where it leads is in docs/cases.md, and what it needs in `availableActions`.',
  valuesConfig: described(MOVE_NAMES),
});

export const TimelineKindEnum = enumOf([
  'REPORT',
  'ADJUST',
  'OVERDUE',
  'ABSORB',
  'RELEASE',
  'PART_ENDED',
  'MEDIATE',
  ...CASE_MOVE_NAMES,
]);
registerEnumType(TimelineKindEnum, {
  name: 'TimelineKind',
  description:
    'What happened in one step of a case (事件经过类型): its report, a move, that another case was merged into it, that a part of it has ended, that a mediation came to an outcome, or what the system did. When its limit is over it goes one level up by itself; or, with a department, the level above is told to supervise.',
  valuesConfig: described(STEP_NAMES),
});

export const MoveNeedEnum = enumOf(MOVE_NEEDS);
registerEnumType(MoveNeedEnum, {
  name: 'CaseMoveNeed',
  description: 'What a move must bring along (操作所需材料).',
  valuesConfig: described(NEED_NAMES),
});

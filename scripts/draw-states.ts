import { CASE_MOVE_NAMES, CASE_STATES, type CaseMove, moveOf } from '../src/modules/cases/case.machine';
import { MOVE_NAMES, STATE_NAMES } from '../src/modules/cases/case.words';

const HOLDERS = {
  SAME: 'stays with the holder',
  LEVEL_ABOVE: 'to the area one level up',
  DEPARTMENT: 'to the department named',
  PREVIOUS: 'back to whoever had it before',
  NOBODY: 'to nobody: it is settled',
} as const;

const NEEDS = {
  TEXT: 'a text',
  RESULT_EVIDENCE: 'a picture of the result (role AFTER), uploaded or to come',
  VERIFIED_RESULT: 'a verified picture of the result',
} as const;

/** The page about the life of a case, drawn from the table of moves. */
export function drawStates(): string {
  const edges = CASE_MOVE_NAMES.flatMap((name) =>
    moveOf(name).from.map((from) => `  ${from} --> ${moveOf(name).to}: ${MOVE_NAMES[name].zh} ${name}`),
  );
  const states = CASE_STATES.map((state) => `  ${state}: ${STATE_NAMES[state].zh} ${state}`);
  return [
    '# The life of a case',
    '',
    'Drawn from `src/modules/cases/case.machine.ts` by `npm run docs`; a test fails when this page is stale.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    '  [*] --> REPORTED: 上报登记 reportCase',
    ...edges,
    '  CLOSED --> [*]',
    '```',
    '',
    '| move | what it is | from | to | who holds it then | what it needs |',
    '| --- | --- | --- | --- | --- | --- |',
    ...CASE_MOVE_NAMES.map(row),
    '',
  ].join('\n');
}

function row(name: CaseMove): string {
  const { from, to, holder, needs } = moveOf(name);
  const what = `${MOVE_NAMES[name].zh}, ${MOVE_NAMES[name].en}`;
  const need = needs.map((each) => NEEDS[each]).join(', ') || 'nothing more';
  return `| \`${name}\` | ${what} | ${from.join(', ')} | ${to} | ${HOLDERS[holder]} | ${need} |`;
}

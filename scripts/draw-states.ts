import {
  type ClockStep,
  NEAR_SHARE,
  STEP_LIMITS,
  STEP_OF,
  URGENT_HANDLING,
} from '../src/modules/cases/case-clock.rules';
import {
  CASE_MOVE_NAMES,
  CASE_STATES,
  type CaseMove,
  isEnded,
  type MoveGuard,
  moveOf,
  type NextHolder,
  statesAfter,
} from '../src/modules/cases/case.machine';
import { REOPEN_DAYS } from '../src/modules/cases/case-move.rules';
import { URGENCIES, type Urgency } from '../src/modules/cases/case.rules';
import { MOVE_NAMES, NEED_NAMES, STATE_NAMES } from '../src/modules/cases/case.words';
import { type Limit } from '../src/shared/limit';

const HOLDERS: Readonly<Record<NextHolder, string>> = {
  SAME: 'stays with the holder',
  LEVEL_ABOVE: 'to the area one level up',
  OWN_AREA: 'to the area of whoever takes it over',
  DEPARTMENT: 'to the department named',
  LEAD: 'to the department to which the rules of its district bring it',
  SENDER: 'back to whoever sent it',
  HANDLER: 'back to the department that had it last',
  LAST_AREA: 'back to the area that had it last',
  NOBODY: 'to nobody: it is settled',
};

const GUARDS: Readonly<Record<MoveGuard, string>> = {
  HAS_SENDER: 'somebody sent it to its holder',
  SENT_BY_HAND: 'they did so by escalating or dispatching it',
  EXTENSION_ASKED: 'more time was asked for',
  NO_EXTENSION_ASKED: 'no such request stands',
  NOT_RATED: 'not rated yet',
  NO_DUPLICATES: 'no other case was merged into it',
  WHOLE: 'not itself a part of another case',
  PARTS_ENDED: 'no part of it is open',
  MEDIATED: 'of a dispute: a mediation came to an outcome',
  TAKEN_ON: 'its department took it on itself',
  RECHECKED: 'another person than reported it back has looked since and found the closing condition met',
  CLOSED_LATELY: `closed at most ${String(REOPEN_DAYS)} days ago`,
};

/** The page about the life of a case, drawn from the table of moves. */
export function drawStates(): string {
  const edges = CASE_MOVE_NAMES.flatMap((name) =>
    moveOf(name).from.flatMap((from) =>
      statesAfter(name, from).map((to) => `  ${from} --> ${to}: ${MOVE_NAMES[name].zh} ${name}`),
    ),
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
    ...CASE_STATES.filter(isEnded).map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| move | what it is | from | to | who holds it then | what it needs | and only where |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...CASE_MOVE_NAMES.map(row),
    '',
    ...SEVERAL_AND_SOURCES,
    ...drawLimits(),
    '',
    '## Its history',
    '',
    'Entries are only added. Each has a link: the SHA-256 (hexadecimal) of the JSON list of the link before it and, in this order, the',
    'entry’s `id`, `kind`, `at`, `by.id`, `by.name`, `by.role`, `text`, `holder.code`, `holder.name`, `dueAt`, `supervisor.code`, `until`, `score`;',
    'null for what there is not; then, only where there are such, `otherCase`, for a part that has ended its state, `sender.code`, `conditionMet`, and of each of the',
    '`parts` it was split into id, code of the department and text. Before the first stands the SHA-256 of the list of the case’s `text`, `category.code`, `category.version`,',
    '`area`, `address`, `point.latitude`, `point.longitude`, and, only where `source` is `HOTLINE`, `HANDED_DOWN` or `INSPECTION`, `source` and',
    '`reference`; last, for a part of another case, `partOf`. The case keeps its last link, and each step adds to the one that is kept:',
    '`historyIntact` says whether the history still leads to it. Whoever noted a link needs to trust nobody: they make it again.',
    '',
  ].join('\n');
}

const SEVERAL_AND_SOURCES = [
  '## One matter, several cases',
  '',
  'A case that is reported twice is merged into the other (`MERGE`): one of its street that is not ended. It is in no inbox then, its',
  'clock stands still, and both histories say it. Its reporter sees in `leadCase` how the other stands and what came of it, and is',
  'notified of that. `UNMERGE` brings it back as it was: with whoever had it, in its state, with what was left of its time. What is',
  'merged counts at no level: `solvedAtLevel` is null, so the shares of the levels are those of matters and not of reports.',
  '',
  '## One matter, several departments',
  '',
  '`SPLIT` sends a case to the department that leads (主办) and makes a part (协办) for each that helps: ten in all. A part is a case of its',
  'own with `partOf`: its department takes it on, reports back with pictures, gets more time, sends it back if it was wrongly asked; whoever',
  'split it checks and closes it. Who helps sees the whole case, and whoever leads sees in `parts` what was asked of each and what came of',
  'it. The case is not closed, solved, declined, cancelled or merged while a part is open; a part that is no longer wanted is withdrawn',
  'and cancelled. It counts once: `solvedAtLevel` is null for a part. A part is not split, merged or opened again; the whole case is.',
  '',
  '## Disputes',
  '',
  'A dispute (矛盾纠纷) is ended by SOLVE or CLOSE once a mediation with an outcome is recorded (`recordMediation`): what was agreed, or',
  'why nothing was. The history says it in an entry `MEDIATE`, without a name and without what was agreed; a case that is reopened needs',
  'another. Follow-ups are recorded after the end too. See [ADR 32](adr/0032-what-was-agreed-and-whether-it-held.md).',
  '',
  '## Where it comes from',
  '',
  '`source` follows from who reports: a grid worker’s patrol, a resident, a secondary worker, staff, a machine. Staff of a community,',
  'street or district who take in what others said name it: a ticket of the hotline 12345 (`HOTLINE`, always with its number as',
  '`reference`) or what a level above hands down (`HANDED_DOWN`). A number is taken in once in a district: the second report of it is',
  'refused with `REFERENCE_TAKEN` and names the case. Who called is not recorded. What failed at an inspection of premises comes from there',
  '(`INSPECTION`), see [inspections.md](inspections.md).',
  '',
  'A machine (感知设备) has the role `SENSOR` in a community and credentials of its own, from the same issuer as everybody’s. It reports',
  'within its community, adds pictures to what it reported, sees that, and nothing else. It makes one id for each alarm and sends it',
  'again until it is answered.',
  '',
];

/** By when each step is to be done, and what happens where it is not. */
function drawLimits(): string[] {
  const states = CASE_STATES.flatMap((state) =>
    STEP_OF[state] === undefined ? [] : [[state, STEP_OF[state]] as const],
  );
  return [
    '## Its limits',
    '',
    'Whoever holds a case has a limit, which begins with each holder and state. It stands still in the pool of problems (SUSPEND), and ends',
    'later where an extension was granted (GRANT_EXTENSION); nothing else moves it. Working hours and days',
    'are those of `src/shared/working-time.ts`: 9:00 to 12:00 and 13:30 to 17:30 in Asia/Shanghai, public holidays and the days worked',
    'in exchange for them (调休) as announced. Of days the first does not count, and the last ends when the office closes.',
    '',
    `| state | what is waited for | ${URGENCIES.join(' | ')} |`,
    `| --- | --- | ${URGENCIES.map(() => '---').join(' | ')} |`,
    ...states.map(
      ([state, step]) =>
        `| ${state} | ${step} | ${URGENCIES.map((urgency) => limitIn(urgency, step)).join(' | ')} |`,
    ),
    '',
    `From ${String(NEAR_SHARE * 100)} % of it on a case is near (临期), afterwards over (超期). What is over goes one level up by itself, once (\`OVERDUE\`);`,
    'what a department has stays with it, and the level above whoever dispatched it is told to supervise. See',
    '[ADR 22](adr/0022-a-clock-that-nothing-moves.md).',
  ];
}

const UNITS = {
  WORKING_HOURS: 'working hours',
  WORKING_DAYS: 'working days',
  CALENDAR_HOURS: 'hours by the clock',
} as const;

function limitIn(urgency: Urgency, step: ClockStep): string {
  if (step !== 'HANDLE') return inWords(STEP_LIMITS[urgency][step]);
  const most = URGENT_HANDLING[urgency];
  const own = 'as its [category](categories.md) says';
  return most === undefined ? own : `${own}, at most ${inWords(most)}`;
}

function inWords({ count, unit }: Limit): string {
  return `${String(count)} ${count === 1 ? UNITS[unit].replace('hours', 'hour') : UNITS[unit]}`;
}

function row(name: CaseMove): string {
  const { from, to, holder, needs, guards = [] } = moveOf(name);
  const what = `${MOVE_NAMES[name].zh}, ${MOVE_NAMES[name].en}`;
  const need = needs.map((each) => NEED_NAMES[each].en).join(', ') || 'nothing more';
  const only = guards.map((each) => GUARDS[each]).join(', ');
  return `| \`${name}\` | ${what} | ${from.join(', ')} | ${TO[to] ?? to} | ${HOLDERS[holder]} | ${need} | ${only} |`;
}

const TO: Readonly<Record<string, string>> = {
  SAME: 'the same',
  BEFORE: 'as before it was suspended or merged',
};

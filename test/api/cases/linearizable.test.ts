import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { grantFor } from '../../../src/auth/permissions';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { isIntact } from '../../../src/modules/cases/case-chain.rules';
import { appointmentFor } from '../../../src/modules/cases/case-action.service';
import { type CaseMove } from '../../../src/modules/cases/case.machine';
import { targetOf } from '../../../src/modules/cases/case-target.rules';
import { CaseRepo } from '../../../src/modules/cases/case.repo';
import { type Case } from '../../../src/modules/cases/case.type';
import { Refusal, TechnicalError } from '../../../src/shared/errors';
import { newId } from '../../../src/shared/ids';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { type World } from '../../support/world';

const RUNS = 1_000;
const DIRECT: Way = (_name, act) => Promise.resolve(act());

/** Who does what, one thing after the other; everybody at the same time. */
const ROLES = [
  'GRID_WORKER',
  'COMMUNITY_STAFF',
  'STREET_STAFF',
  'DISTRICT_STAFF',
  'DEPARTMENT_STAFF',
] as const;
type Role = (typeof ROLES)[number];
const MOVES: readonly CaseMove[] = [
  ...([
    'FILE',
    'TAKE_OVER',
    'ESCALATE',
    'DISPATCH',
    'DISPATCH',
    'ACCEPT',
    'ACCEPT',
    'RETURN',
    'WITHDRAW',
  ] as const),
  ...(['SUSPEND', 'RESUME', 'SOLVE', 'DECLINE', 'REPORT_BACK', 'SEND_BACK', 'REOPEN', 'SUPERVISE'] as const),
];
interface Wish {
  /** Which of the moves: of those that they can make as things stand, or of all. */
  readonly pick: number;
  readonly looks: boolean;
  /** Sends the same request twice at once, as a phone does that hears nothing. */
  readonly twice: boolean;
}
const wish = fc.record({
  pick: fc.nat(1_000),
  looks: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  twice: fc.boolean(),
});
const person = fc.record({
  role: fc.constantFrom(...ROLES),
  wishes: fc.array(wish, { minLength: 1, maxLength: 5 }),
});
const history = fc.array(person, { minLength: 2, maxLength: 5 });

/** What came of one request: between which moments, by the commands of the table, and what it was told. */
interface Outcome {
  readonly id: string;
  readonly actor: Actor;
  readonly move: CaseMove;
  readonly from: number;
  readonly to: number;
  readonly answer: 'DONE' | Refusal['code'] | TechnicalError['code'];
}

describe('a case that many move at once', () => {
  let world: World;
  let table: MemoryTable;
  let begin: () => void;
  let id: string;
  /** The case after each write, with the moment of the write. */
  let states: { readonly at: number; readonly found: Case }[];
  let moment: number;
  beforeAll(async () => {
    ({ world, table } = await makeMemoryWorld());
    id = newId();
    const report = { id, category: 'OTHER', text: '某事', place: { area: world.grid }, evidence: [] };
    await world.services.caseReports.report(world.actor('GRID_WORKER'), reads(), {
      ...report,
      urgency: 'NORMAL',
    });
    begin = table.keep();
  });

  const reads = () => createCollectionReader(world.foundation.table);
  const item = () => table.everything().find(({ __edb_e__ }) => __edb_e__ === 'case');
  const stored = (): Case => {
    const found = new CaseRepo(world.foundation.table).fromItem(item());
    if (found === undefined) throw new Error('The case is gone.');
    return found;
  };
  const standing = () => states.at(-1)?.found ?? stored();

  /** Everybody's commands in an order of chance; each is one moment, and what it wrote is noted. */
  const inChance = (pick: () => number): Way => {
    return async (_name, act) => {
      for (let turns = pick(); turns > 0; turns -= 1) await Promise.resolve();
      moment += 1;
      try {
        return act();
      } finally {
        if (item()?.version !== standing().version) states.push({ at: moment, found: stored() });
      }
    };
  };

  const isOpen = (actor: Actor, move: CaseMove, found: Case) => {
    try {
      appointmentFor(actor, move, found, world.clock.now());
      return true;
    } catch {
      return false;
    }
  };

  const ask = async (actor: Actor, move: CaseMove, request: string): Promise<Outcome> => {
    const from = moment;
    const more = move === 'DISPATCH' ? { department: world.office } : {};
    const sha256 = Buffer.alloc(32).toString('base64');
    const evidence =
      move === 'REPORT_BACK'
        ? [{ id: request, role: 'AFTER' as const, contentType: 'image/jpeg', size: 9, sha256 }]
        : [];
    const answer = await world.services.caseMoves
      .move(actor, reads(), move, { id: request, caseId: id, text: '说明', evidence, ...more })
      .then(() => 'DONE' as const)
      .catch((error: unknown) => {
        if (error instanceof Refusal || error instanceof TechnicalError) return error.code;
        throw error;
      });
    return { id: request, actor, move, from, to: moment, answer };
  };

  const play = async (people: readonly { role: Role; wishes: readonly Wish[] }[], pick: () => number) => {
    begin();
    moment = 0;
    states = [{ at: 0, found: stored() }];
    table.goBy(inChance(pick));
    const outcomes = await Promise.all(
      people.map(async ({ role, wishes }) => {
        const actor = world.actor(role);
        const told: Outcome[] = [];
        for (const { pick: which, looks, twice } of wishes) {
          const able = looks ? MOVES.filter((each) => isOpen(actor, each, standing())) : [];
          const all = able.length > 0 ? able : MOVES;
          const move = all[which % all.length] ?? 'SUPERVISE';
          const request = newId();
          const once = () => ask(actor, move, request);
          told.push(...(await Promise.all(twice ? [once(), once()] : [once()])));
        }
        return told;
      }),
    );
    table.goBy(DIRECT);
    return outcomes.flat();
  };

  /** Whether a refusal is what the sequential model says at some state that stood while the request was under way. */
  const isExplained = ({ actor, move, from, to, answer }: Outcome): boolean => {
    const during = states.filter(({ at }, index) => at <= to && (states[index + 1]?.at ?? Infinity) >= from);
    // Somebody moved it between the reading and the writing.
    if (answer === 'CONFLICT') return during.length > 1;
    return during.some(({ found }) => {
      if (answer === 'NOT_FOUND') return grantFor(actor, 'case:read', targetOf(found)) === undefined;
      try {
        appointmentFor(actor, move, found, world.clock.now());
        return answer === 'TOP_OF_LADDER' && found.holder?.level === 'DISTRICT';
      } catch (error) {
        return error instanceof Refusal && error.code === answer;
      }
    });
  };

  it(`behaves as if the moves had been made one after the other, in ${String(RUNS)} random histories`, async () => {
    const count = { requests: 0, done: 0, refused: 0, conflicts: 0 };
    await fc.assert(
      fc.asyncProperty(history, fc.infiniteStream(fc.nat(12)), async (people, chance) => {
        const outcomes = await play(people, () => Number(chance.next().value));
        const last = stored();
        const made = last.steps.map((step) => step.id);
        // Each that was told it was done was done, once, while it was asked for; and nothing else was.
        const done = outcomes.filter(({ answer }) => answer === 'DONE');
        expect(new Set(made.slice(1))).toEqual(new Set(done.map((each) => each.id)));
        expect(new Set(made).size).toBe(made.length);
        for (const { id: request, from, to } of outcomes.filter(({ answer }) => answer === 'DONE')) {
          const written = states.find(({ found }) => found.steps.at(-1)?.id === request)?.at ?? Infinity;
          expect(written <= to).toBe(true);
          expect(outcomes.some((each) => each.id === request && each.from < written && from >= 0)).toBe(true);
        }
        // Each step was allowed in the state before it, and the history is whole.
        states.slice(1).forEach(({ found }, index) => {
          const step = found.steps.at(-1);
          const { actor, move } = outcomes.find((each) => each.id === step?.id) ?? {};
          if (actor === undefined || move === undefined) throw new Error('A step that nobody asked for.');
          const before = states[index]?.found;
          expect(before?.version).toBe(found.version - 1);
          if (before !== undefined) appointmentFor(actor, move, before, world.clock.now());
        });
        expect(isIntact(last)).toBe(true);
        const refused = outcomes.filter(({ answer }) => answer !== 'DONE');
        for (const each of refused) if (!isExplained(each)) throw new Error(`${each.move}: ${each.answer}`);
        count.requests += outcomes.length;
        count.done += done.length;
        count.refused += refused.length;
        count.conflicts += refused.filter(({ answer }) => answer === 'CONFLICT').length;
      }),
      { numRuns: RUNS },
    );
    console.log(`linearizable: ${String(RUNS)} histories, 0 violations; ${JSON.stringify(count)}`);
    expect(count.conflicts).toBeGreaterThan(RUNS);
    expect(count.done).toBeGreaterThan(2 * RUNS);
  }, 180_000);
});

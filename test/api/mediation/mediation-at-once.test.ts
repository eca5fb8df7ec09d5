import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { MediationRepo } from '../../../src/modules/mediation/mediation.repo';
import { newId } from '../../../src/shared/ids';
import { type RecordMediationInput, type RecordMediationFollowUpInput } from '../../generated/operations';
import { casePage, makeMove } from '../../support/cases';
import { randomFrom } from '../../support/faults';
import { codes, day, dispute, followUp, mediate, sessionInput, without } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeNetwork } from '../../support/networks';

/** How often somebody tries again: after a lost answer as it is, after a conflict on what stands then. */
const ATTEMPTS = 40;

describe('a dispute that several record on at once, over a network that loses requests and answers', () => {
  it('loses nothing that was said to be done, takes nothing twice, and its history holds together', async () => {
    const { world, table } = await makeMemoryWorld();
    const people: Actor[] = [
      world.actor('GRID_WORKER'),
      world.actor('COMMUNITY_STAFF'),
      world.actor('STREET_STAFF'),
    ];
    const id = await dispute(world, people[0]);
    await mediate(world, people[0]!, sessionInput(world, id));
    const begin = table.keep();
    const repo = new MediationRepo(world.foundation.table);
    const stands = async () => (await repo.of(createCollectionReader(table), id, { consistent: true }))!;
    let conflicts = 0;
    let recorded = 0;

    /** Records until it is done or refused for good; whether it was done. */
    const persist = async (
      record: (expectedVersion: number) => Promise<{ userErrors: { code: string }[] }>,
    ) => {
      let version = 1;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        try {
          const [code] = codes(await record(version));
          if (code === undefined) return true;
          if (code !== 'CONFLICT') return false;
          conflicts += 1;
          ({ version } = await stands());
        } catch {
          // No answer: the same request again.
        }
      }
      throw new Error('It never came to an end.');
    };
    const session = (by: Actor, outcome: 'AGREED' | 'NOT_AGREED' | 'ADJOURNED') => {
      const more = { id: newId(), parties: [] };
      const input: RecordMediationInput =
        outcome === 'AGREED' ? sessionInput(world, id, more) : without(world, id, outcome, more);
      return {
        id: input.id,
        run: (expectedVersion: number) => mediate(world, by, { ...input, expectedVersion }),
      };
    };
    const visit = (by: Actor, on: string) => {
      const input: RecordMediationFollowUpInput = {
        ...{ id: newId(), caseId: id, on, outcome: 'HELD', expectedVersion: 0 },
      };
      return {
        id: input.id,
        run: (expectedVersion: number) => followUp(world, by, { ...input, expectedVersion }),
      };
    };
    const act = fc.tuple(
      fc.nat(2),
      fc.constantFrom('AGREED', 'NOT_AGREED', 'ADJOURNED', 'FIRST', 'SECOND', 'SUPERVISE'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 6 }), fc.nat(), async (acts, seed) => {
        begin();
        const trouble = { lost: 0.08, unanswered: 0.08, repeated: 0.08, throttled: 0, held: 0.08 };
        table.goBy(makeNetwork(randomFrom(seed), trouble).way);
        const done: string[] = [];
        await Promise.all(
          acts.map(async ([who, what]) => {
            const by = people[who]!;
            if (what === 'SUPERVISE') {
              // The case itself moves meanwhile, or not.
              await makeMove(world, people[2]!, id, 'SUPERVISE').catch(() => undefined);
              return;
            }
            const request =
              what === 'FIRST' || what === 'SECOND'
                ? visit(by, day(world, what === 'FIRST' ? 7 : 30))
                : session(by, what);
            if (await persist(request.run)) done.push(request.id);
          }),
        );
        table.goBy((_name, go) => Promise.resolve(go()));
        const { sessions, version } = await stands();
        const visits = sessions.flatMap(({ agreement }) => agreement?.followUps ?? []);
        const ids = [...sessions.slice(1), ...visits.flatMap(({ result }) => result ?? [])].map(
          (made) => made.id,
        );
        expect(ids.sort()).toEqual(done.sort());
        expect(version).toBe(ids.length + 1);
        const page = await casePage(world, people[2]!, id);
        const told = page.timeline.filter(({ kind }) => kind === 'MEDIATE').map((step) => step.id);
        const final = sessions.filter(({ outcome }) => outcome !== 'ADJOURNED').map((made) => made.id);
        expect([told, page.historyIntact]).toEqual([final, true]);
        recorded += ids.length;
      }),
      { numRuns: 60 },
    );
    expect(recorded).toBeGreaterThan(100);
    expect(conflicts).toBeGreaterThan(40);
  }, 60_000);
});

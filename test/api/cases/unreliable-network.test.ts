import fc from 'fast-check';
import { newId } from '../../../src/shared/ids';
import { EscalateCaseDocument, ReportCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, moveCase, reportCase, reportInput, slotInput } from '../../support/cases';
import { injectFaults } from '../../support/faults';
import { makeWorld } from '../../support/world';

/** A client that repeats the same request until it is answered, as the worker app does. */
async function untilAnswered<Answer extends { errors: readonly { extensions?: { code?: string } }[] }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask();
    if (!answer.errors.some(({ extensions }) => extensions?.code === 'TRY_AGAIN')) return answer;
  }
  throw new Error('It was never answered.');
}

describe('on a network that loses requests and answers', () => {
  it('no report is lost, doubled or refused, and no move either', async () => {
    const world = await makeWorld();
    const faults = injectFaults(world.foundation.table.client, 20160512);
    Object.assign(faults, { lostAnswers: 0.3, lostRequests: 0.1 });
    const worker = world.actor('GRID_WORKER');
    const inputs = Array.from({ length: 60 }, (_none, index) =>
      reportInput(world, { evidence: index % 3 === 0 ? [slotInput()] : [] }),
    );
    for (const input of inputs) {
      const reported = await untilAnswered(() => run(world, worker, ReportCaseDocument, { input }));
      expect(reported.data.reportCase.userErrors).toEqual([]);
      const move = { input: { id: newId(), caseId: input.id, text: '请社区协助' } };
      const moved = await untilAnswered(() => run(world, worker, EscalateCaseDocument, move));
      expect(moved.data.escalateCase).toMatchObject({ case: { version: 2 }, userErrors: [] });
    }
    expect(faults.happened.lostAnswers).toBeGreaterThan(20);
    Object.assign(faults, { lostAnswers: 0, lostRequests: 0 });
    for (const { id, evidence } of inputs) {
      const page = await casePage(world, worker, id);
      expect(page.timeline).toHaveLength(2);
      expect(page.evidence).toHaveLength(evidence?.length ?? 0);
    }
  }, 60_000);

  it('a client that hears nothing is told to try again, in words and with a code', async () => {
    const world = await makeWorld();
    const faults = injectFaults(world.foundation.table.client, 1);
    faults.lostRequests = 1;
    const input = reportInput(world);
    const answer = await run(world, world.actor('GRID_WORKER'), ReportCaseDocument, { input });
    expect(answer.errors).toMatchObject([
      {
        message: 'The system is busy: repeat with the same id in a moment.',
        extensions: { code: 'TRY_AGAIN' },
      },
    ]);
  });
});

describe('whatever several people do at once', () => {
  it('the history is one line of moves, each made by who held the case, and the versions have no gap', async () => {
    const world = await makeWorld();
    const people = {
      worker: world.actor('GRID_WORKER', undefined, '甲'),
      colleague: world.actor('GRID_WORKER', undefined, '乙'),
      community: world.actor('COMMUNITY_STAFF'),
      street: world.actor('STREET_STAFF'),
      office: world.actor('DEPARTMENT_STAFF'),
    };
    const attempt = fc.record({
      who: fc.constantFrom(...(Object.keys(people) as (keyof typeof people)[])),
      move: fc.constantFrom(
        'escalate' as const,
        'dispatch' as const,
        'accept' as const,
        'reportBack' as const,
      ),
    });
    const rounds = fc.array(fc.array(attempt, { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const { id } = await reportCase(world, people.worker);
        let made = 0;
        for (const round of plan) {
          const payloads = await Promise.allSettled(
            round.map(({ who, move }) => moveCase(world, people[who], id, move)),
          );
          made += payloads.filter(
            (each) => each.status === 'fulfilled' && each.value.userErrors.length === 0,
          ).length;
        }
        const page = await casePage(world, people.street, id);
        expect(page.version).toBe(1 + made);
        expect(page.timeline).toHaveLength(1 + made);
        expect(page.custody.filter(({ until }) => until === null)).toHaveLength(1);
        page.timeline.slice(1).forEach(({ by }, index) => {
          const holder = page.timeline[index]?.holder?.level;
          const byLevel = {
            GRID: 'GRID_WORKER',
            COMMUNITY: 'COMMUNITY_STAFF',
            STREET: 'STREET_STAFF',
          } as const;
          expect(by.role).toBe(
            holder === 'DEPARTMENT' ? 'DEPARTMENT_STAFF' : byLevel[holder as keyof typeof byLevel],
          );
        });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

import { type StandingRepo } from '../../../src/auth/standing.repo';
import { StandingService } from '../../../src/auth/standing.service';

const ENDED = new Date('2026-05-12T02:30:00.500Z');
const BEARER = {
  ...{ id: 'p', name: '王芳', issuedAt: ENDED.getTime() / 1000 - 3600 },
  appointments: [
    { role: 'GRID_WORKER', area: '510108008003001', to: '2026-05-11' },
    { role: 'GRID_WORKER', area: '510108008003002', to: '2026-05-12' },
    { role: 'GRID_WORKER', area: '510108008003003' },
  ],
} as const;

/** Standings of a store that answers as told, and how often it was asked. */
function standingsOf(goodSince: () => Promise<Date | undefined>) {
  let asked = 0;
  const repo = {
    goodSince: () => {
      asked += 1;
      return goodSince();
    },
  } as unknown as StandingRepo;
  return { standings: new StandingService(repo, { now: () => ENDED }), asked: () => asked };
}

describe('the standing of a token', () => {
  it('is looked up when it is first asked for, and once for all who ask', async () => {
    const { standings, asked } = standingsOf(() => Promise.resolve(undefined));
    const { standing } = standings.actorOf(BEARER);
    expect(asked()).toBe(0);
    await Promise.all([standing.confirmed(), standing.confirmed()]);
    await standing.confirmed();
    expect(asked()).toBe(1);
  });

  it.each([
    ['an hour before is void', -3600, false],
    ['in the second in which the appointment ended is void', 0, false],
    ['in the second after is good', 1, true],
  ])('of one issued %s', async (_when, seconds, good) => {
    const { standings } = standingsOf(() => Promise.resolve(ENDED));
    const issuedAt = Math.floor(ENDED.getTime() / 1000) + seconds;
    const confirmed = standings.actorOf({ ...BEARER, issuedAt }).standing.confirmed();
    if (good) await expect(confirmed).resolves.toBeUndefined();
    else await expect(confirmed).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('of many is looked up together, each person once', async () => {
    const asked: (readonly string[])[] = [];
    const repo = {
      goodSinceOf: (people: readonly string[]) => {
        asked.push(people);
        return Promise.resolve(new Map([['p', ENDED]]));
      },
    } as unknown as StandingRepo;
    const stands = await new StandingService(repo, { now: () => ENDED }).standingOf([
      BEARER,
      { ...BEARER, issuedAt: BEARER.issuedAt + 7_200 },
      { ...BEARER, id: 'other' },
    ]);
    expect(asked).toEqual([['p', 'other']]);
    expect(stands(BEARER)).toBe(false);
    expect(stands({ ...BEARER, issuedAt: BEARER.issuedAt + 7_200 })).toBe(true);
    expect(stands({ ...BEARER, id: 'other' })).toBe(true);
  });

  it('lets nobody in when it cannot be looked up', async () => {
    const { standings } = standingsOf(() => Promise.reject(new Error('lost')));
    await expect(standings.actorOf(BEARER).standing.confirmed()).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  });

  it('harms nothing when it is void and nobody waits for it', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const { standings } = standingsOf(() => Promise.resolve(ENDED));
    void standings.actorOf(BEARER).standing.confirmed();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('leaves out appointments whose last day is over', () => {
    const { standings } = standingsOf(() => Promise.resolve(undefined));
    expect(standings.actorOf(BEARER).appointments).toEqual(BEARER.appointments.slice(1));
  });
});

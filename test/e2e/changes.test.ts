import { newId } from '../../src/shared/ids';
import { ChangesDocument, RegisterHouseholdDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

const COMMUNITY = '510108008003';
const GRID = `${COMMUNITY}001`;

/** A phone on the running laptop: the table's own stream tells what has changed. */
describe('a phone that asks what has changed', () => {
  it('is told the seeded community from the beginning, and then a household that is put on file', async () => {
    const [hers, staff] = [await laptop().clientOf('wang-fang'), await laptop().clientOf('lin-yan')];
    const kept = new Map<string, object>();
    let cursor: string | undefined;
    const sync = async () => {
      for (let more = true; more;) {
        const { changes } = await staff.request(ChangesDocument, { areas: [COMMUNITY], cursor });
        for (const change of changes?.changes ?? []) kept.set(`${change.type} ${change.id}`, change);
        [cursor, more] = [changes?.cursor, changes?.hasMore ?? false];
      }
    };
    await sync();
    const types = new Set([...kept.keys()].map((key) => key.split(' ')[0]));
    expect([...types].sort()).toEqual([
      ...['BUILDING', 'CASE', 'COURTYARD', 'DWELLING', 'FACILITY', 'HOUSEHOLD', 'ORGANISATION'],
      ...['PREMISES', 'RESIDENT'],
    ]);
    const household = newId();
    const input = { id: household, courtyard: `${GRID}001`, door: '9-1-901', kind: 'FAMILY' };
    await hers.request(RegisterHouseholdDocument, { input: input as never });
    const told = await eventually(async () => {
      await sync();
      const change = kept.get(`HOUSEHOLD ${household}`) as { due?: object | null } | undefined;
      return change?.due == null ? undefined : change;
    }, 60);
    expect(told).toMatchObject({ removed: false, areas: [GRID], household: { door: '9-1-901' } });
  }, 90_000);
});

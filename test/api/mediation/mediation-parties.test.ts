import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { MediationDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, moveCase, reportCase } from '../../support/cases';
import { codes, dispute, mediate, sessionInput } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { asResident } from '../../support/privacy';
import { home, livingIn } from '../../support/residents';
import { type World } from '../../support/world';

describe('who is at odds', () => {
  let world: World;
  let table: MemoryTable;
  let [worker, community, street, office]: Actor[] = [];
  let resident: string;
  let id: string;
  const by = (actor: Actor | undefined) => actor!;
  const seenBy = (actor: Actor | undefined, caseId: string) =>
    run(world, by(actor), MediationDocument, { caseId });
  const move = (actor: Actor | undefined, caseId: string, name: 'ESCALATE' | 'RETURN' | 'SOLVE') =>
    makeMove(world, by(actor), caseId, name);
  const agreed = async (reporter: Actor) => {
    const place = { area: world.courtyard };
    ({ id } = await reportCase(world, reporter, { category: 'DISPUTE_NEIGHBOURS', place }));
    const parties = [
      { resident, role: '楼下住户' },
      { name: '老周理发店', role: '店主' },
    ];
    expect(codes(await mediate(world, by(community), sessionInput(world, id, { parties })))).toEqual([]);
  };
  const names = async (actor: Actor | undefined) => {
    const { data } = await seenBy(actor, id);
    return data.mediation?.parties.map(({ name }) => name);
  };
  const FULL = ['欧阳建国', '老周理发店'];
  const MASKED = ['欧***', '老****'];

  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
    worker = world.actor('GRID_WORKER');
    community = world.actor('COMMUNITY_STAFF');
    street = world.actor('STREET_STAFF');
    office = world.actor('DEPARTMENT_STAFF');
    resident = await livingIn(world, await home(world), { name: '欧阳建国' });
  });

  it('is seen by name by who has the case, who mediated, community and street, and masked by all others', async () => {
    await agreed(world.actor('RESIDENT'));
    for (const actor of [worker, community, street]) expect(await names(actor)).toEqual(FULL);
    for (const role of ['SECONDARY_WORKER', 'DISTRICT_STAFF'] as const)
      expect(await names(world.actor(role))).toEqual(MASKED);
    const { data } = await seenBy(world.actor('DISTRICT_STAFF'), id);
    expect(data.mediation).toMatchObject({ masked: true, agreement: { text: null, holding: 'OPEN' } });
    // Whoever gave it on sees no more of it than others, unless they mediated.
    await move(worker, id, 'ESCALATE');
    expect(await names(worker)).toEqual(MASKED);
  });

  it('is seen by a department while it has the case, and neither before nor afterwards', async () => {
    await agreed(world.actor('RESIDENT'));
    for (const actor of [worker, community]) await moveCase(world, by(actor), id, 'escalate');
    expect((await seenBy(office, id)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
    await moveCase(world, by(street), id, 'dispatch');
    expect(await names(office)).toEqual(FULL);
    await move(office, id, 'RETURN');
    expect((await seenBy(office, id)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is nothing for its reporter, unless they are a party: who sees themselves and what was agreed', async () => {
    const stranger = world.actor('RESIDENT');
    await agreed(stranger);
    expect(await seenBy(stranger, id)).toMatchObject({ data: { mediation: null }, errors: [] });
    await agreed(asResident(world, resident));
    const { data } = await seenBy(asResident(world, resident), id);
    expect(data.mediation?.parties.map(({ name }) => name)).toEqual(['欧阳建国', '老****']);
    expect(data.mediation).toMatchObject({ agreement: { text: '夜间停工，三十日内完工。' } });
    expect((await seenBy(stranger, id)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('are residents of the street whom the recorder may see, and others by name', async () => {
    const elsewhere = await livingIn(world, await home(world, `${world.district}002001001001`));
    const nextDoor = await livingIn(world, await home(world, `${world.foreignGrid}001`));
    id = await dispute(world, worker);
    const refused = async (actor: Actor | undefined, one: string) => {
      const parties = [
        { resident: one, role: '住户' },
        { name: '老周理发店', role: '店主' },
      ];
      return codes(await mediate(world, by(actor), sessionInput(world, id, { parties })));
    };
    for (const one of [elsewhere, newId(), 'x'])
      expect(await refused(street, one)).toEqual(['PARTY_UNKNOWN']);
    expect(await refused(worker, nextDoor)).toEqual(['PARTY_UNKNOWN']);
    expect(await refused(street, nextDoor)).toEqual([]);
  });

  it('stands nowhere but on the record, and of who is on file not even there', async () => {
    await agreed(world.actor('RESIDENT'));
    await move(worker, id, 'SOLVE');
    const kinds = (name: string) =>
      table
        .everything()
        .filter((item) => JSON.stringify(item).includes(name))
        .map(({ __edb_e__ }) => __edb_e__);
    expect(new Set(kinds('欧阳建国'))).toEqual(new Set(['resident', 'member']));
    expect(kinds('老周理发店')).toEqual(['mediation']);
    const [kept] = table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'mediation');
    expect(JSON.stringify(kept?.row)).not.toContain('老周');
  });
});

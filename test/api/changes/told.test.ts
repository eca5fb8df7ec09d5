import { newId } from '../../../src/shared/ids';
import {
  MoveResidentDocument,
  PutBuildingDocument,
  PutCourtyardDocument,
  PutDwellingDocument,
  PutFacilityDocument,
  PutOrganisationDocument,
  PutPremisesDocument,
  SolveCaseDocument,
  SubmitVisitDocument,
  UpdateResidentDocument,
} from '../../generated/operations';
import {
  approved,
  carryOut,
  dayComes,
  newGrids,
  secondCourtyard,
  splitInput,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { reportCase } from '../../support/cases';
import { Follower, minutePasses, TestPhone } from '../../support/changes';
import { mergedTwins } from '../../support/duplicates';
import { courtyardInput, facilityInput, organisationInput, premisesInput } from '../../support/places';
import { home, identityNumber, livingIn, mobile } from '../../support/residents';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

jest.setTimeout(120_000);

/** A world whose stream is followed. */
async function followed() {
  const world = await makeWorld({ ownTable: true, stream: true });
  return { world, stream: new Follower(world) };
}

/** Does something and fails loudly when it is refused. */
async function did(world: World, role: 'GRID_WORKER' | 'COMMUNITY_STAFF', document: object, input: object) {
  const { data, errors } = await run<Record<string, { userErrors: unknown[] }> | null, never>(
    ...([world, world.actor(role), document as never, { input } as never] as const),
  );
  const refused = Object.values(data ?? {}).flatMap(({ userErrors }) => userErrors);
  if (errors.length + refused.length > 0) throw new Error(JSON.stringify([errors, refused]));
}

/** Gives the next grid a courtyard; its code. */
async function nextCourtyard({ nextGrid, services }: World): Promise<string> {
  const code = `${nextGrid}001`;
  const names = ['某区', '某街道', '某社区', '第二网格', '邻院'];
  await services.areaImports.importAreas([{ code, names }]);
  return code;
}

function move(world: World, resident: string, household: string, to: string) {
  const input = { id: newId(), resident, household, to, relation: 'OTHER', on: '2026-05-11' };
  return did(world, 'COMMUNITY_STAFF', MoveResidentDocument, input);
}

describe('what has changed', () => {
  it('is told of every kind of record, with what a phone shows of it and numbers masked', async () => {
    const { world, stream } = await followed();
    const [identity, phone] = [identityNumber(), mobile()];
    const household = await home(world);
    const resident = await livingIn(world, household, { identityNumber: identity, phone, relation: 'HEAD' });
    const { id: caseId } = await reportCase(world, world.actor('GRID_WORKER'));
    const site = { courtyard: world.courtyard };
    const [organisation, premises, facility] = [organisationInput(world), premisesInput(world), facilityInput(world)]; // prettier-ignore
    await did(world, 'GRID_WORKER', PutCourtyardDocument, courtyardInput(world));
    await did(world, 'GRID_WORKER', PutBuildingDocument, { ...site, number: '3', units: 2, floors: 6, hasLift: false }); // prettier-ignore
    await did(world, 'GRID_WORKER', PutDwellingDocument, { ...site, building: '3', unit: '1', room: '301', use: 'RENTED' }); // prettier-ignore
    await did(world, 'GRID_WORKER', PutOrganisationDocument, organisation);
    await did(world, 'GRID_WORKER', PutPremisesDocument, premises);
    await did(world, 'GRID_WORKER', PutFacilityDocument, facility);
    await stream.follow();

    const mine = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    await mine.sync();
    expect([...mine.kept.keys()].sort()).toEqual(
      [
        ...[`BUILDING ${world.courtyard}-3`, `CASE ${caseId}`, `COURTYARD ${world.courtyard}`],
        ...[`DWELLING ${world.courtyard}-3-1-301`, `FACILITY ${facility.id}`, `HOUSEHOLD ${household}`],
        ...[`ORGANISATION ${organisation.id}`, `PREMISES ${premises.id}`, `RESIDENT ${resident}`],
      ].sort(),
    );
    const kept = (key: string) => mine.kept.get(key);
    expect(kept(`HOUSEHOLD ${household}`)).toMatchObject({
      ...{ areas: [world.grid], removed: false, version: 2 },
      household: { courtyard: world.courtyard, memberCount: 1, maskedHeadName: '测**' },
      due: { tier: 'GENERAL' },
    });
    expect(kept(`RESIDENT ${resident}`)?.resident).toMatchObject({
      ...{ name: '测试者', maskedPhone: `${phone.slice(0, 3)}****${phone.slice(-4)}` },
      residences: [{ household, courtyard: world.courtyard, until: null }],
    });
    expect(kept(`CASE ${caseId}`)?.case).toMatchObject({ state: 'REPORTED', availableMoves: ['FILE', 'SOLVE', 'ESCALATE'] }); // prettier-ignore
    expect(kept(`PREMISES ${premises.id}`)?.premises?.equipment).toHaveLength(2);
    expect(kept(`COURTYARD ${world.courtyard}`)?.courtyard?.kind).toBe('THREE_WITHOUT');
    expect(JSON.stringify([...mine.kept])).not.toMatch(new RegExp(`${identity}|${phone}`));

    const neighbour = new TestPhone(world, world.actor('GRID_WORKER', world.nextGrid), [world.nextGrid]);
    await neighbour.sync();
    expect(neighbour.told).toEqual([]);
  });

  it('is told once it has changed, and what was told a while ago is not told again', async () => {
    const { world, stream } = await followed();
    const { household, resident } = await listed(world);
    const { id: caseId } = await reportCase(world, world.actor('GRID_WORKER'));
    await stream.follow();
    const phone = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    await phone.sync();
    minutePasses(world);
    await phone.sync();
    minutePasses(world);
    phone.told.length = 0;
    await phone.sync();
    expect(phone.told).toEqual([]);

    const update = { id: newId(), resident, phone: mobile(), expectedVersion: 1 };
    await did(world, 'GRID_WORKER', UpdateResidentDocument, update);
    await stream.follow();
    await phone.sync();
    expect(phone.told).toContain(`RESIDENT ${resident}`);
    expect(phone.kept.get(`RESIDENT ${resident}`)?.version).toBe(2);
    expect(phone.told).not.toContain(`CASE ${caseId}`);

    minutePasses(world);
    await phone.sync();
    phone.told.length = 0;
    await did(world, 'GRID_WORKER', SubmitVisitDocument, visitOf(world, household));
    await stream.follow();
    await phone.sync();
    expect(phone.told).toEqual([`HOUSEHOLD ${household}`]);
    expect(phone.kept.get(`HOUSEHOLD ${household}`)?.due?.last?.outcome).toBe('MET');
  });

  it('follows a resident to another grid and back: removed for the one, told to the other', async () => {
    const { world, stream } = await followed();
    const beside = await nextCourtyard(world);
    const [here, there] = [await home(world), await home(world, beside)];
    const resident = await livingIn(world, here);
    await stream.follow();
    const mine = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    const theirs = new TestPhone(world, world.actor('GRID_WORKER', world.nextGrid), [world.nextGrid]);
    const sync = async () => {
      minutePasses(world);
      await stream.follow();
      await mine.sync();
      await theirs.sync();
      return [mine.ids('RESIDENT'), theirs.ids('RESIDENT')];
    };
    expect(await sync()).toEqual([[resident], []]);
    await move(world, resident, here, there);
    expect(await sync()).toEqual([[], [resident]]);
    expect(mine.told.at(-1)).toMatch(/^HOUSEHOLD|^- RESIDENT/);
    expect(mine.told).toContain(`- RESIDENT ${resident}`);
    expect(theirs.told).not.toContain(`- RESIDENT ${resident}`);
    await did(world, 'COMMUNITY_STAFF', MoveResidentDocument, {
      ...{ id: newId(), resident, household: there, to: here, relation: 'OTHER', on: '2026-05-12' },
    });
    expect(await sync()).toEqual([[resident], []]);
  });

  it('follows an adjustment of grids: the old grid is forgotten, and the new one told', async () => {
    const { world, stream } = await followed();
    const second = await secondCourtyard(world);
    const [moved, stayed] = [await home(world), await home(world, second)];
    const resident = await livingIn(world, moved);
    await did(world, 'GRID_WORKER', PutCourtyardDocument, courtyardInput(world));
    const premises = premisesInput(world);
    await did(world, 'GRID_WORKER', PutPremisesDocument, premises);
    const { id: caseId } = await reportCase(world, world.actor('GRID_WORKER'));
    await stream.follow();
    const worker = world.actor('GRID_WORKER');
    const phone = new TestPhone(world, worker, [world.grid]);
    const staff = new TestPhone(world, world.actor('COMMUNITY_STAFF'), [world.community]);
    await phone.sync();
    await staff.sync();
    expect(phone.kept.size).toBe(6);

    const { west, east } = newGrids(world);
    await approved(world, splitInput(world, {}, [second]));
    dayComes(world);
    await carryOut(world);
    await stream.follow();
    // The worker of the first courtyard's new grid.
    phone.actor = { ...worker, appointments: [{ role: 'GRID_WORKER', area: east }] };
    phone.areas = [east];
    await phone.sync();
    expect(phone.ids('HOUSEHOLD')).toEqual([moved]);
    expect(phone.ids('RESIDENT')).toEqual([resident]);
    expect(phone.ids('COURTYARD')).toEqual([`${east}${world.courtyard.slice(-3)}`]);
    await staff.sync();
    expect(staff.ids('HOUSEHOLD').sort()).toEqual([moved, stayed].sort());
    expect(staff.ids('CASE')).toEqual([caseId]);
    expect(staff.ids('PREMISES')).toEqual([premises.id]);
    expect([...new Set([...staff.kept.values()].flatMap(({ areas }) => areas))].sort()).toEqual([west, east].sort()); // prettier-ignore

    // Whoever has the case's new place sees it, because their grid holds it.
    const holder = staff.kept.get(`CASE ${caseId}`)?.case?.holder?.code ?? '';
    const its = new TestPhone(world, world.actor('GRID_WORKER', holder), [holder]);
    await its.sync();
    expect(its.ids('CASE')).toEqual([caseId]);
  });

  it('tells of two records that were merged the one that goes on, and the other as removed', async () => {
    const { world, stream } = await followed();
    const before = await home(world);
    const phone = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    await livingIn(world, before);
    await stream.follow();
    await phone.sync();
    minutePasses(world);
    const { older, younger } = await mergedTwins(world);
    await stream.follow();
    await phone.sync();
    expect(phone.ids('RESIDENT')).toContain(older);
    expect(phone.ids('RESIDENT')).not.toContain(younger);
  });

  it('tells of places that are closed as removed, and again when they open', async () => {
    const { world, stream } = await followed();
    const input = premisesInput(world);
    await did(world, 'GRID_WORKER', PutPremisesDocument, input);
    await stream.follow();
    const phone = new TestPhone(world, world.actor('GRID_WORKER'), [world.grid]);
    await phone.sync();
    expect(phone.ids('PREMISES')).toEqual([input.id]);
    minutePasses(world);
    await did(world, 'GRID_WORKER', PutPremisesDocument, { ...input, status: 'CLOSED', expectedVersion: 1 });
    await stream.follow();
    await phone.sync();
    expect(phone.ids('PREMISES')).toEqual([]);
    expect(phone.told.at(-1)).toBe(`- PREMISES ${input.id}`);
    await did(world, 'GRID_WORKER', PutPremisesDocument, { ...input, expectedVersion: 2 });
    await stream.follow();
    await phone.sync();
    expect(phone.ids('PREMISES')).toEqual([input.id]);
  });

  it('tells of a closed case for ninety days', async () => {
    const { world, stream } = await followed();
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    await did(world, 'GRID_WORKER', SolveCaseDocument, { id: newId(), caseId: id, text: '当场清走。' });
    await stream.follow();
    const fresh = async () => {
      const phone = new TestPhone(world, worker, [world.grid]);
      await phone.sync();
      return phone.kept.get(`CASE ${id}`)?.case?.state;
    };
    expect(await fresh()).toBe('CLOSED');
    world.clock.advance(91 * 86_400_000);
    expect(await fresh()).toBeUndefined();
  });

  it('is one change however often the stream tells it, and its pointers say nothing of anybody', async () => {
    const { world } = await followed();
    const household = await home(world);
    await livingIn(world, household, { name: '钟秀兰' });
    const follower = new Follower(world);
    const changes = await follower.next();
    const { changeNotes } = world.services;
    world.meter.reset();
    const count = await changeNotes.observe(changes);
    expect(world.meter.writeUnits).toBe(2 * count);
    world.clock.advance(1_000);
    world.meter.reset();
    await changeNotes.observe(changes);
    expect(world.meter.writeUnits).toBe(3 * count);
    for (let half = 0; half < changes.length; half += 1) await changeNotes.observe(changes.slice(half));
    const pointers = (await follower.next()).filter(({ after }) => String(after?.pk).startsWith('CHANGES#'));
    expect(new Set(pointers.map(({ after }) => `${String(after?.pk)} ${String(after?.sk)}`)).size).toBe(
      count,
    );
    expect(count).toBe(2);
    expect(JSON.stringify(pointers)).not.toContain('钟秀兰');
    const attributes = new Set(pointers.flatMap(({ after }) => Object.keys(after?.row ?? {})));
    expect([...attributes].sort()).toEqual(['at', 'guard', 'type']);
  });
});

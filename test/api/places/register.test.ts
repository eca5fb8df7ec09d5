import { newId } from '../../../src/shared/ids';
import {
  FacilitiesDocument,
  FacilityPageDocument,
  OrganisationPageDocument,
  OrganisationsDocument,
  PremisesPageDocument,
  PutFacilityDocument,
  PutOrganisationDocument,
  PutPremisesDocument,
  type PutPremisesInput,
} from '../../generated/operations';
import { run } from '../../support/api';
import { facilityInput, manyOrganisations, organisationInput, premisesInput } from '../../support/places';
import { makeWorld, type World } from '../../support/world';

describe('organisations', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  it('show the legal person’s name masked in lists and whole on their page', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const [id = ''] = await manyOrganisations(world, 1);
    const list = await run(world, staff, OrganisationsDocument, { area: world.street });
    expect(list.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const own = await run(world, staff, OrganisationsDocument, {});
    expect(own.data.organisations?.edges.map(({ node }) => node.legalPersonMasked)).toEqual(['邱**']);
    expect(JSON.stringify(own.data)).not.toContain('明远');
    const page = await run(world, staff, OrganisationPageDocument, { id });
    expect(page.data.organisation).toMatchObject({ legalPerson: '邱明远', workPhone: '028-00000021' });
  });

  it('are refused with a credit code whose check character is wrong', async () => {
    const input = organisationInput(world, { creditCode: '91510108MA0000101A' });
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), PutOrganisationDocument, { input });
    expect(data.putOrganisation.userErrors).toMatchObject([
      { code: 'CREDIT_CODE_INVALID', path: ['creditCode'] },
    ]);
  });

  it('run premises, which carry their id', async () => {
    const [operator = ''] = await manyOrganisations(world, 1);
    const input = premisesInput(world, { operator });
    const { data } = await run(world, world.actor('GRID_WORKER'), PutPremisesDocument, { input });
    expect(data.putPremises.premises?.operator).toBe(operator);
  });
});

describe('facilities', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  it('say who owns, who maintains and who has them in charge', async () => {
    const worker = world.actor('GRID_WORKER');
    const input = facilityInput(world);
    await run(world, worker, PutFacilityDocument, { input });
    const { data } = await run(world, worker, FacilityPageDocument, { id: input.id });
    expect(data.facility).toMatchObject({
      owner: { name: '街道城市管理办', department: world.office, organisation: null },
      maintainer: { name: '东城市政养护队', department: null, organisation: null },
      custodian: null,
    });
    const twice = facilityInput(world, { owner: { name: '某办', department: 'a', organisation: newId() } });
    const refused = await run(world, worker, PutFacilityDocument, { input: twice });
    expect(refused.data.putFacility.userErrors).toMatchObject([
      { code: 'RESPONSIBLE_UNIT_TWICE', path: ['owner'] },
    ]);
  });

  it('are removed and not deleted', async () => {
    const own = await makeWorld();
    const worker = own.actor('GRID_WORKER');
    const input = facilityInput(own);
    await run(own, worker, PutFacilityDocument, { input });
    const removed = { ...input, state: 'REMOVED' as const, expectedVersion: 1 };
    await run(own, worker, PutFacilityDocument, { input: removed });
    const list = async (closed: boolean) => {
      const { data } = await run(own, worker, FacilitiesDocument, { closed });
      return data.facilities?.edges.map(({ node }) => node.state);
    };
    expect([await list(false), await list(true)]).toEqual([[], ['REMOVED']]);
  });
});

describe('an import', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  const row = (more: Partial<PutPremisesInput> = {}) => premisesInput(world, { equipment: [], ...more });
  const take = (rows: object[]) =>
    world.services.premises.importPremises(world.actor('STREET_STAFF'), rows as never);
  const page = async (id: string) => {
    const { data } = await run(world, world.actor('GRID_WORKER'), PremisesPageDocument, { id });
    return data.premises;
  };

  it('answers row by row, and a row that is refused stops no other', async () => {
    const rows = [row(), row({ name: '' }), row()];
    const results = await take(rows);
    expect(results.map(({ done }) => done)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({ refusal: { code: 'TEXT_REQUIRED', path: ['name'] } });
    expect(await page(rows[2]!.id)).toMatchObject({ version: 1 });
  });

  it('may be repeated by anybody without a trace', async () => {
    const taken = row();
    await take([taken]);
    const before = await page(taken.id);
    expect(await take([taken])).toEqual([{ done: true }]);
    expect(await page(taken.id)).toEqual(before);
  });

  it('replaces what an import wrote, and never what a person changed since', async () => {
    const taken = row();
    await take([taken]);
    expect(await take([{ ...taken, name: '沙河渔舍二店' }])).toEqual([{ done: true }]);
    expect(await page(taken.id)).toMatchObject({ version: 2, name: '沙河渔舍二店' });
    const input = { ...taken, name: '改名了', expectedVersion: 2 };
    await run(world, world.actor('GRID_WORKER'), PutPremisesDocument, { input });
    const again = await take([taken]);
    expect(again).toMatchObject([{ done: false, refusal: { code: 'CONFLICT' } }]);
    expect(await page(taken.id)).toMatchObject({ version: 3, name: '改名了' });
  });

  it('looks up a courtyard once, however many rows it has', async () => {
    const rows = Array.from({ length: 20 }, (_none, index) => ({
      ...{
        courtyard: world.courtyard,
        building: '1',
        unit: '1',
        room: String(index),
        use: 'RENTED' as const,
      },
    }));
    world.meter.reset();
    await world.services.courtyards.importDwellings(world.actor('STREET_STAFF'), rows);
    expect(world.meter.commands.filter(({ name }) => name.startsWith('Get'))).toHaveLength(1);
  });
});

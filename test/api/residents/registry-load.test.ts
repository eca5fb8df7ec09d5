import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { householdKey } from '../../../src/modules/residents/household.repo';
import { type LoadedHousehold } from '../../../src/modules/residents/registry-load.service';
import { residentKey } from '../../../src/modules/residents/resident.repo';
import { newId } from '../../../src/shared/ids';
import { HouseholdPageDocument, HouseholdsDocument, ResidentPageDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { identityNumber, mobile } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

/** A household with somebody of every sort: with both numbers, one, none, born here, from elsewhere. */
function everySort(world: World): LoadedHousehold & { readonly home: { readonly id: string } } {
  const row = { kind: 'REGISTERED', from: '2015-03-01' } as const;
  return {
    home: { ...{ id: newId(), courtyard: world.courtyard, door: '2-1-101' }, address: '一号院 2 栋 101 号' },
    people: [
      {
        ...row,
        id: newId(),
        name: '张伟',
        relation: 'HEAD',
        identityNumber: identityNumber(),
        phone: mobile(),
      },
      { ...row, name: '李娜', relation: 'SPOUSE', identityNumber: identityNumber('1992-02-29') },
      { ...row, name: '张晨', relation: 'CHILD', birthDate: '2016-04-05', sex: 'MALE', beginning: 'BORN' },
      { ...row, id: newId(), name: '王强', relation: 'TENANT', kind: 'FLOATING', phone: mobile() },
    ],
  };
}

describe('loading a fresh area', () => {
  const itemsOf = async (world: World, keys: readonly string[]) => {
    const { client, name: TableName } = world.foundation.table;
    const answers = await Promise.all(
      keys.map((pk) =>
        client.send(
          new QueryCommand({
            ...{ TableName, ConsistentRead: true, KeyConditionExpression: 'pk = :pk' },
            ExpressionAttributeValues: { ':pk': pk },
          }),
        ),
      ),
    );
    return answers.flatMap(({ Items = [] }): Record<string, unknown>[] => Items);
  };
  const withoutSealed = (items: readonly Record<string, unknown>[]) =>
    items.map(({ sealed, ...item }) => ({ ...item, isSealed: sealed !== undefined }));

  it('writes exactly the items that an import writes, field by field; only the sealed bytes are others', async () => {
    const world = await makeWorld();
    const { home, people } = everySort(world);
    const reads = createCollectionReader(world.foundation.table);
    const { registryImport, registryLoad } = world.services;
    await registryImport.importHousehold(reads, home);
    const outcomes = await registryImport.importResidents(reads, home.id, people);
    const ids = outcomes.flatMap((each) => (each.outcome === 'ADDED' ? [residentKey(each.id)] : []));
    expect(ids).toHaveLength(people.length);
    const keys = [householdKey(home.id), ...ids];
    const imported = await itemsOf(world, keys);

    const loaded = await registryLoad.load([{ home, people }]);
    const items = await itemsOf(world, keys);
    expect(withoutSealed(items)).toEqual(withoutSealed(imported));
    expect(items.map(({ sealed }) => sealed)).not.toEqual(imported.map(({ sealed }) => sealed));
    expect(loaded).toEqual({ households: 1, residents: people.length, items: items.length });
  });

  it('writes an empty household as an import does', async () => {
    const world = await makeWorld();
    const { home } = everySort(world);
    const reads = createCollectionReader(world.foundation.table);
    await world.services.registryImport.importHousehold(reads, home);
    const imported = await itemsOf(world, [householdKey(home.id)]);
    await world.services.registryLoad.load([{ home, people: [] }]);
    expect(await itemsOf(world, [householdKey(home.id)])).toEqual(imported);
  });

  it('is what the API shows: the household, its people masked, and who has left', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    const { home, people } = everySort(world);
    const former = newId();
    const left = {
      id: former,
      name: '赵敏',
      kind: 'REGISTERED',
      relation: 'OTHER',
      from: '2008-01-01',
    } as const;
    await world.services.registryLoad.load([{ home, people: [...people, { ...left, until: '2014-06-30' }] }]);
    const rows = await run(world, worker, HouseholdsDocument, {});
    expect(rows.data.households?.edges.map(({ node }) => node)).toMatchObject([
      { id: home.id, memberCount: 4 },
    ]);
    const page = await run(world, worker, HouseholdPageDocument, { id: home.id });
    expect(page.data.household).toMatchObject({ memberCount: 4, floatingCount: 1 });
    expect(page.data.household?.members.map(({ name }) => name)).not.toContain('赵敏');
    const resident = await run(world, worker, ResidentPageDocument, { id: former });
    expect(resident.data.resident).toMatchObject({
      state: 'MOVED_OUT',
      residences: [{ until: '2014-06-30', ending: 'MOVED_OUT' }],
    });
  });

  it('opens the numbers it sealed, and finds them by their blind index', async () => {
    const world = await makeWorld();
    const { home, people } = everySort(world);
    await world.services.registryLoad.load([{ home, people }]);
    const [{ id = '', identityNumber: number, phone } = {}] = people;
    const reads = createCollectionReader(world.foundation.table);
    const found = await world.services.residents.lookUp(reads, id);
    expect(await world.services.residents.open(found!)).toEqual({ identityNumber: number, phone });
    expect(await world.services.residents.withNumber({ identityNumber: number })).toMatchObject([{ id }]);
  });

  it('refuses a row that the registry’s rules do not allow, by its code', async () => {
    const world = await makeWorld();
    const { home, people } = everySort(world);
    const load = (rows: typeof people) => world.services.registryLoad.load([{ home, people: rows }]);
    const [head] = people;
    await expect(load([head!, { ...head!, id: newId() }])).rejects.toMatchObject({ code: 'HEAD_TAKEN' });
    await expect(load([{ ...head!, identityNumber: '510199199005170011' }])).rejects.toMatchObject({
      code: 'IDENTITY_NUMBER_INVALID',
    });
  });
});

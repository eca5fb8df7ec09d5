import { createCollectionReader } from '../../../src/data/collection-reader';
import { householdIdOf } from '../../../src/modules/residents/household.rules';
import { type Arriving } from '../../../src/modules/residents/registry-import.service';
import { identityNumber, livingIn, mobile } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const row = { name: '测试者', kind: 'REGISTERED', from: '2020-01-01' } as const;

/** A household that no list shows, and `people` who come with it. */
function arriving(door: string, people = 3): Arriving {
  const { courtyard } = world;
  const rows = Array.from({ length: people }, (_none, index) => ({
    ...{ ...row, relation: index === 0 ? ('HEAD' as const) : ('OTHER' as const) },
    ...{ identityNumber: identityNumber(), phone: mobile() },
  }));
  const household = { id: householdIdOf(courtyard, door), courtyard, door, address: '院' };
  return { household, rows, isListed: false };
}

/** Compares, lets something happen, and writes, with the reads of the comparison. */
async function takeIn(
  homes: readonly Arriving[],
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) {
  const reads = createCollectionReader(world.foundation.table);
  const { registryImport } = world.services;
  const checked = await registryImport.checkResidents(reads, homes);
  await meanwhile();
  world.meter.reset();
  await registryImport.importHomes(reads, homes);
  return checked.flat().map(({ outcome }) => outcome);
}

async function memberCounts(homes: readonly Arriving[]) {
  const reads = createCollectionReader(world.foundation.table);
  const found = homes.map(({ household: { id } }) => world.services.households.lookUp(reads, id));
  return (await Promise.all(found)).map((home) => home?.memberCount);
}

const doors = (count: number) => Array.from({ length: count }, (_none, index) => `3-1-${String(index)}`);

describe('taking in many households', () => {
  it('writes them with their people in as few transactions as fit, and reads none that is not on file', async () => {
    const homes = doors(20).map((door) => arriving(door));
    const reads = createCollectionReader(world.foundation.table);
    const { registryImport } = world.services;
    world.meter.reset();
    await registryImport.checkResidents(reads, homes);
    // Households, and whoever comes: a BatchGetItem for each hundred.
    expect(world.meter.commands.map(({ name }) => name)).toEqual(['BatchGetItem', 'BatchGetItem']);
    world.meter.reset();
    await registryImport.importHomes(reads, homes);
    // Seven writes each: household, three members, three residents; fourteen households in a hundred writes.
    expect(world.meter.commands.map(({ name }) => name)).toEqual([
      'TransactWriteItems',
      'TransactWriteItems',
    ]);
    expect(await memberCounts(homes)).toEqual(homes.map(() => 3));
  });

  it('is not stopped by one that somebody filled in between: that one has them all', async () => {
    const homes = doors(3).map((door) => arriving(door));
    const outcomes = await takeIn(homes, async () => {
      const [, other] = homes;
      if (other === undefined) throw new Error('There are three.');
      const reads = createCollectionReader(world.foundation.table);
      await world.services.registryImport.importHousehold(reads, other.household);
      await livingIn(world, other.household.id);
    });
    expect(outcomes).toEqual(Array.from({ length: 9 }, () => 'ADDED'));
    expect(await memberCounts(homes)).toEqual([3, 4, 3]);
  });

  it('leaves whom somebody put on file elsewhere in between where they are', async () => {
    const homes = doors(3).map((door) => arriving(door));
    const elsewhere = arriving('9-9-9', 1);
    const person = homes[1]?.rows[2];
    if (person === undefined) throw new Error('There are three.');
    await takeIn(homes, () => takeIn([{ ...elsewhere, rows: [{ ...person, relation: 'HEAD' }] }]));
    expect(await memberCounts([...homes, elsewhere])).toEqual([3, 2, 3, 1]);
  });

  it('of more people than a transaction takes is whole, and changes nothing the second time', async () => {
    const homes = [arriving('3-1-1'), arriving('3-1-2', 60), arriving('3-1-3')];
    await takeIn(homes);
    expect(await memberCounts(homes)).toEqual([3, 60, 3]);
    const again = await takeIn(homes.map((home) => ({ ...home, isListed: true })));
    expect(new Set(again)).toEqual(new Set(['UNCHANGED']));
    expect(world.meter.commands).toEqual([]);
  });
});

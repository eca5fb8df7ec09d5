import { randomInt } from 'node:crypto';
import { checkCharacter } from '../../src/shared/identity-number.rules';
import { newId } from '../../src/shared/ids';
import { createCollectionReader } from '../../src/data/collection-reader';
import { type ResidentRow } from '../../src/modules/residents/registry-rows.rules';
import { type RegisterResidentInput } from '../generated/operations';
import { type World } from './world';

/** Where the numbers of this run begin: other test files fill the same table. */
let made = randomInt(90_000_000);

/** An identity number that nobody has: its region is none. */
export function identityNumber(birthDate = '1990-05-17'): string {
  made += 1;
  const region = `5199${String(Math.floor(made / 1000) % 100).padStart(2, '0')}`;
  const digits = `${region}${birthDate.replaceAll('-', '')}${String(made % 1000).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

/** A mobile number that nobody has. */
export function mobile(): string {
  made += 1;
  return `154${String(made).padStart(8, '0')}`;
}

/** A household on file in a courtyard, the world's by default; returns its id. */
export async function home(world: World, courtyard = world.courtyard): Promise<string> {
  const id = newId();
  made += 1;
  const row = { id, courtyard, door: `1-1-${made}`, address: `一号院 1 栋 1 单元 ${made} 号` };
  const reads = createCollectionReader(world.foundation.table);
  const { outcome } = await world.services.registryImport.importHousehold(reads, row);
  if (outcome !== 'ADDED') throw new Error('The household was not taken in.');
  return id;
}

/** Somebody on file in a household; returns their id. */
export async function livingIn(
  world: World,
  household: string,
  more: Partial<ResidentRow> = {},
): Promise<string> {
  const [id = ''] = await livingTogether(world, household, [more]);
  return id;
}

/** Several on file in a household; returns their ids. */
export async function livingTogether(
  world: World,
  household: string,
  people: readonly Partial<ResidentRow>[],
): Promise<string[]> {
  const rows = people.map((more): ResidentRow => ({
    ...{ id: newId(), name: '测试者', kind: 'REGISTERED', relation: 'OTHER', from: '2020-01-01' },
    ...{ identityNumber: identityNumber(), phone: mobile() },
    ...more,
  }));
  const reads = createCollectionReader(world.foundation.table);
  const outcomes = await world.services.registryImport.importResidents(reads, household, rows);
  return outcomes.map((outcome) => {
    if (outcome.outcome !== 'ADDED') throw new Error(`Not taken in: ${JSON.stringify(outcome)}`);
    return outcome.id;
  });
}

/** A newcomer as a worker would put them on file. */
export function newcomer(
  household: string,
  more: Partial<RegisterResidentInput> = {},
): RegisterResidentInput {
  return {
    ...{ id: newId(), household, name: '彭晓丽', kind: 'REGISTERED', relation: 'HEAD', from: '2024-03-01' },
    ...more,
  };
}

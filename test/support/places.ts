import { type Actor } from '../../src/auth/actor';
import { type ImportResult } from '../../src/modules/places/register.type';
import { newId } from '../../src/shared/ids';
import {
  type PutCourtyardInput,
  type PutFacilityInput,
  type PutOrganisationInput,
  type PutPremisesInput,
  PutPremisesDocument,
  type PutPremisesMutation,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** A riverside restaurant in the world's grid, its purifier out of order. */
export function premisesInput(world: World, more: Partial<PutPremisesInput> = {}): PutPremisesInput {
  return {
    ...{ id: newId(), name: '沙河渔舍', kind: 'RIVERSIDE_RESTAURANT', area: world.grid },
    ...{ control: 'DISTRICT', status: 'OPERATING', riverside: true, pollutionSources: ['FUMES'] },
    equipment: [
      {
        kind: 'FUME_PURIFIER',
        state: 'NOT_WORKING',
        checkedAt: '2026-05-12T02:00:00.000Z',
        note: '风机不转',
      },
      { kind: 'GREASE_TRAP', state: 'WORKING' },
    ],
    ...more,
  };
}

/** The profile of the world's courtyard: one without management, gate and guard. */
export function courtyardInput(world: World, more: Partial<PutCourtyardInput> = {}): PutCourtyardInput {
  return {
    ...{ courtyard: world.courtyard, kind: 'THREE_WITHOUT', hasPropertyManagement: false },
    ...{ hasGate: false, hasGuard: false, hasCommittee: true },
    committeeHead: { name: '钟秀兰', workPhone: '028-00000011' },
    ...more,
  };
}

/** An organisation in the world's grid, with a code that is computed and was never given out. */
export function organisationInput(
  world: World,
  more: Partial<PutOrganisationInput> = {},
): PutOrganisationInput {
  return {
    ...{ id: newId(), name: '成都市沙河晨光餐饮有限公司', kind: 'ENTERPRISE', area: world.grid },
    ...{ creditCode: '91510108MA0000101X', legalPerson: '邱明远', workPhone: '028-00000021' },
    ...more,
  };
}

/** A street lamp in the world's grid. */
export function facilityInput(world: World, more: Partial<PutFacilityInput> = {}): PutFacilityInput {
  return {
    ...{ id: newId(), name: '跃进村中庭 2 号路灯', category: 'PUBLIC_UTILITY', subcategory: '路灯' },
    ...{ area: world.grid, state: 'DAMAGED', point: { ...world.point, datum: 'WGS84' } },
    owner: { name: '街道城市管理办', department: world.office },
    maintainer: { name: '东城市政养护队' },
    ...more,
  };
}

/** Writes premises; fails loudly when they are refused. */
export async function putPremises(
  world: World,
  actor: Actor,
  more: Partial<PutPremisesInput> = {},
): Promise<NonNullable<PutPremisesMutation['putPremises']['premises']>> {
  const { data, errors } = await run(world, actor, PutPremisesDocument, {
    input: premisesInput(world, more),
  });
  const written = errors.length === 0 ? data.putPremises.premises : undefined;
  if (!written) throw new Error(`The premises were refused: ${JSON.stringify([errors, data])}`);
  return written;
}

/** Takes in many entries made from an input, each with an id and number of its own, as an import would. */
export async function many<Input extends { id: string }>(
  count: number,
  input: (number: number) => Input,
  take: (rows: Input[]) => Promise<readonly ImportResult[]>,
): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, (_none, index) => input(index + 1));
  const results = await take(rows);
  if (results.some(({ done }) => !done))
    throw new Error(`Some rows were refused: ${JSON.stringify(results)}`);
  return rows.map(({ id }) => id);
}

/** Takes so many premises into the world's grid; gives their ids. */
export function manyPremises(world: World, count: number, more: Partial<PutPremisesInput> = {}) {
  const { premises } = world.services;
  const named = (number: number) =>
    premisesInput(world, { name: `沙河东岸烧烤店${String(number)}号`, equipment: [], ...more });
  return many(count, named, (rows) => premises.importPremises(world.actor('STREET_STAFF'), rows as never));
}

/** Takes so many organisations into the world's grid; gives their ids. */
export function manyOrganisations(world: World, count: number) {
  const { organisations } = world.services;
  const named = () => organisationInput(world);
  return many(count, named, (rows) =>
    organisations.importOrganisations(world.actor('STREET_STAFF'), rows as never),
  );
}

/** Takes so many facilities into the world's grid; gives their ids. */
export function manyFacilities(world: World, count: number) {
  const { facilities } = world.services;
  const named = (number: number) => facilityInput(world, { name: `跃进村中庭 ${String(number)} 号路灯` });
  return many(count, named, (rows) =>
    facilities.importFacilities(world.actor('STREET_STAFF'), rows as never),
  );
}

/** Takes a profile, a building and so many dwellings into the world's courtyard. */
export async function fillCourtyard(world: World, dwellings: number): Promise<void> {
  const { courtyards } = world.services;
  const by = world.actor('STREET_STAFF');
  const { courtyard } = world;
  const rows = Array.from({ length: dwellings }, (_none, index) => ({
    ...{ courtyard, building: '1', unit: '1', room: String(101 + index), squareMetres: 78.5 },
    use: 'OWNER_OCCUPIED' as const,
  }));
  const taken = [
    ...(await courtyards.importCourtyards(by, [courtyardInput(world) as never])),
    ...(await courtyards.importBuildings(by, [
      { courtyard, number: '1', units: 1, floors: 7, hasLift: false },
    ])),
    ...(await courtyards.importDwellings(by, rows)),
  ];
  if (taken.some(({ done }) => !done)) throw new Error(`Some rows were refused: ${JSON.stringify(taken)}`);
}

import { type WholeServices } from '../../src/app/backstage';
import {
  type PutBuildingInput,
  type PutCourtyardInput,
  type PutDwellingInput,
} from '../../src/modules/places/courtyard.input';
import { type CourtyardKind, type DwellingUse } from '../../src/modules/places/courtyard.rules';
import { type ImportResult } from '../../src/modules/places/register.type';
import { grids } from './areas';
import { facilities } from './facilities';
import { households } from './households';
import { organisations } from './organisations';
import { person } from './people';
import { premises } from './premises';

/** Takes in the places of the demonstration community. May be repeated: what a person changed since stays. */
export async function seedPlaces(services: WholeServices): Promise<void> {
  const by = person('xu-wei');
  const taken = [
    ...(await services.courtyards.importCourtyards(by, courtyards())),
    ...(await services.courtyards.importBuildings(by, buildings())),
    ...(await services.courtyards.importDwellings(by, dwellings())),
    ...(await services.organisations.importOrganisations(by, organisations())),
    ...(await services.premises.importPremises(by, premises())),
    ...(await services.facilities.importFacilities(by, facilities())),
  ];
  for (const result of taken) assertTaken(result);
}

function assertTaken(result: ImportResult): void {
  if (!result.done && result.refusal.code !== 'CONFLICT') throw result.refusal;
}

/** Kinds of the courtyards that are not what their names make one think; the rest are managed estates. */
const KINDS: Readonly<Record<string, CourtyardKind>> = {
  '杉板桥路 88 号院': 'THREE_WITHOUT',
  '二环路东二段 20 号院': 'THREE_WITHOUT',
  '建设巷 5 号院': 'THREE_WITHOUT',
  东郊记忆家属院: 'WORK_UNIT_COMPOUND',
  机车厂生活区: 'WORK_UNIT_COMPOUND',
  '杉板桥南一路 3 号院': 'MIXED_USE',
  跃进村安置小区: 'RESETTLEMENT',
  电子科大教工院: 'WORK_UNIT_COMPOUND',
  '建和路 12 号院': 'THREE_WITHOUT',
  '杉板桥南五路 9 号院': 'OTHER',
};

/** The secondary workers, who head the residents' committees of their courtyards; invented numbers. */
const HEADS = ['sun-guixiang', 'ma-jianguo', 'he-shufen'].map((key, index) => ({
  ...person(key),
  workPhone: `028-0000001${String(index + 1)}`,
}));

function courtyards(): PutCourtyardInput[] {
  return grids()
    .filter(({ code }) => code.length === 18)
    .map(({ code, names }) => {
      const kind = KINDS[names.at(-1) ?? ''] ?? 'MANAGED_ESTATE';
      const managed = kind === 'MANAGED_ESTATE' || kind === 'RESETTLEMENT';
      const head = HEADS.find(({ appointments }) => appointments[0]?.area === code);
      return {
        ...{ courtyard: code, kind, hasPropertyManagement: managed },
        ...{ hasGate: kind !== 'THREE_WITHOUT', hasGuard: managed, hasCommittee: head !== undefined },
        propertyCompany: managed ? '安居好邻物业服务有限公司' : undefined,
        committeeHead: head && { name: head.name, personId: head.id, workPhone: head.workPhone },
        ...{ buildingsCount: 1, householdsPlanned: 6 },
      };
    });
}

function buildings(): PutBuildingInput[] {
  return courtyards().map(({ courtyard }, index) => ({
    ...{ courtyard, number: '1', units: 1, floors: 3, yearBuilt: 1988 + index * 2, hasLift: index > 10 },
  }));
}

const USES: readonly DwellingUse[] = [
  'OWNER_OCCUPIED',
  'OWNER_OCCUPIED',
  'RENTED',
  'OWNER_OCCUPIED',
  'SHARED_RENT',
];

/** A dwelling behind the door of each household. */
function dwellings(): PutDwellingInput[] {
  return households().map(({ courtyard, door }, index) => {
    const [building = '', unit = '', room = ''] = door.split('-');
    const use = USES[index % USES.length] ?? 'OWNER_OCCUPIED';
    return { courtyard, building, unit, room, use, squareMetres: 58 + (index % 7) * 6.5 };
  });
}

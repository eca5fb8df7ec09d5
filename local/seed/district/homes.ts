import {
  type LoadedHousehold,
  type LoadedResident,
} from '../../../src/modules/residents/registry-load.service';
import { type ImportedArea } from '../../../src/modules/areas/area-import.service';
import { seedId } from '../ids';
import { dice } from './dice';
import { familyAt, type Place, placesIn } from './families';
import { familyName, givenName } from './names';
import { identityOf, phoneOf } from './numbers';
import { type GridPlan } from './plan';

/** Somebody of the seed: the same id each time. */
type SeedResident = LoadedResident & { readonly id: string };

/** A household of the seed, with all who live and lived in it. */
export interface SeedHome extends LoadedHousehold {
  readonly home: LoadedHousehold['home'] & { readonly id: string };
  readonly people: readonly SeedResident[];
}

/** Numbers up to here are of the demonstration community's own doors. */
const FIRST_ID = 1_000;

/** The forms a building has: storeys, doors a storey, entrances. */
const BUILDINGS = [
  { storeys: 6, doors: 2, entrances: 3 },
  { storeys: 7, doors: 2, entrances: 4 },
  { storeys: 18, doors: 4, entrances: 1 },
  { storeys: 30, doors: 4, entrances: 1 },
] as const;

/** The households of a grid with their people, made one after the other as they are asked for. */
export function* homesOf({ courtyards, households, firstHousehold, firstPerson }: GridPlan) {
  let person = firstPerson;
  for (let index = 0; index < households; index += 1) {
    const household = firstHousehold + index;
    const courtyard = courtyards[index % courtyards.length];
    if (courtyard === undefined) throw new Error('A grid without a courtyard has no doors.');
    const home = homeIn(
      courtyard,
      household,
      Math.floor(index / courtyards.length),
      familyAt(household).isShared,
    );
    const places = placesIn(household);
    const start = person;
    const people = places.map((place, order) => personAt(place, household, start + order));
    person += places.length;
    yield { home, people } satisfies SeedHome;
  }
}

/** The household behind the n-th door of a courtyard; the first building is the demonstration community's. */
function homeIn(courtyard: ImportedArea, household: number, door: number, isShared: boolean) {
  const form = BUILDINGS[dice(BUILDINGS.length, Number(courtyard.code.slice(6)), 4)] ?? BUILDINGS[0];
  const { storeys, doors, entrances } = form;
  const storey = (Math.floor(door / doors) % storeys) + 1;
  const entrance = (Math.floor(door / doors / storeys) % entrances) + 1;
  const building = Math.floor(door / doors / storeys / entrances) + 2;
  const room = `${storey}${String((door % doors) + 1).padStart(2, '0')}`;
  return {
    id: seedId('HOUSEHOLD', FIRST_ID + household),
    courtyard: courtyard.code,
    door: `${building}-${entrance}-${room}`,
    address: `${courtyard.names.at(-1) ?? ''} ${building} 栋 ${entrance} 单元 ${room} 号`,
    kind: isShared ? ('SHARED_RENT' as const) : ('FAMILY' as const),
  };
}

function personAt(place: Place, household: number, person: number): SeedResident {
  const { relation, band, isWoman, status } = place;
  const { isFloating, isShared } = familyAt(household);
  const { number, birthDate } = identityOf(person, band, isWoman);
  const shares = !isShared && ['HEAD', 'CHILD'].includes(relation) && status === 'HERE';
  const isChild = birthDate >= '2013';
  return {
    id: seedId('RESIDENT', person),
    name: familyName(shares ? household : person + 1e6) + givenName(person, isWoman),
    kind: kindOf(status, isFloating),
    identityNumber: number,
    phone: isChild || dice(12, person, 5) === 0 ? undefined : phoneOf(person),
    relation,
    ...stayOf(place, household, birthDate, isFloating),
  };
}

function kindOf(status: Place['status'], isFloating: boolean): LoadedResident['kind'] {
  if (status === 'OWNER_ABSENT') return 'OWNER_ABSENT';
  return status === 'HERE' && isFloating ? 'FLOATING' : 'REGISTERED';
}

/** Since when somebody lives here: the family since one day, its younger children since their birth. */
function stayOf(
  { status }: Place,
  household: number,
  birthDate: string,
  isFloating: boolean,
): Pick<LoadedResident, 'from' | 'beginning' | 'until'> {
  const day = `-${two(1 + dice(12, household, 6))}-${two(1 + dice(28, household, 7))}`;
  if (status === 'MOVED_OUT')
    return { from: `2006${day}`, until: `${2012 + dice(13, household, 8)}${day}`, beginning: 'RECORDED' };
  const moved = (isFloating ? 2018 : 2003) + dice(7, household, 9);
  const from = `${moved}${day}`;
  if (birthDate > from) return { from: birthDate, beginning: 'BORN' };
  return { from, beginning: isFloating ? 'MOVED_IN' : 'RECORDED' };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

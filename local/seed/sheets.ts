import { type WholeApp } from '../../src/app/backstage';
import { type ResidentRow } from '../../src/modules/residents/registry-rows.rules';
import { type FillSheetInput } from '../../src/modules/sheets/fill.input';
import { ancestorAt } from '../../src/shared/area-code';
import { FLOATING_POPULATION } from './floating-population';
import { households } from './households';
import { seedId } from './ids';
import { PEOPLE, person, type SeedPerson } from './people';
import { familyOf, NOBODYS } from './residents';

const DISTRICT = '510108';

/** The sheet of the demonstration district. */
const SHEET = seedId('SHEET', 1);

/** Publishes the registration of the floating population for the district. */
export async function publishSheet(
  { sheets }: Pick<WholeApp['services'], 'sheets'>,
  newReads: WholeApp['newReads'],
): Promise<void> {
  const official = person('tang-hua');
  const draft = { id: seedId('SHEET_CHANGE', 1), sheet: SHEET, version: 1, area: DISTRICT };
  await sheets.draft(official, newReads(), {
    ...{ ...draft, ...FLOATING_POPULATION },
    fields: [...FLOATING_POPULATION.fields],
  });
  await sheets.publish(official, newReads(), {
    ...{ id: seedId('SHEET_CHANGE', 2), sheet: SHEET, version: 1, expectedRevision: 1 },
    ...{ areas: [DISTRICT], from: '2026-01-01' },
  });
}

/** The same with some that were filled in. */
export async function seedSheets({
  services,
  newReads,
}: Pick<WholeApp, 'services' | 'newReads'>): Promise<void> {
  const { sheetFills, sheetReviews, households: doors } = services;
  await publishSheet(services, newReads);
  for (const [place, index] of FILLED.entries()) {
    const home = households()[index];
    const file = home && (await doors.lookUp(newReads(), home.id));
    const [head] = file === undefined ? [] : doors.membersOn(file);
    const row = familyOf(index)[0];
    if (home === undefined || head === undefined || row === undefined) continue;
    const input = filledIn(place, head.resident, row);
    const { fill } = await sheetFills.fill(workerOf(home.courtyard), newReads(), input);
    // The first one waits for a review.
    if (place === 0) continue;
    await sheetReviews.review(person('lin-yan'), newReads(), {
      ...{ id: seedId('SHEET_CHANGE', 10 + place), fill: fill.id, resident: head.resident },
      ...{ expectedRevision: 1, verdict: 'ACCEPT' },
    });
  }
}

/** Which households of the seed, of those from elsewhere, were asked. */
const FILLED = [4, 9, 14, 24];

/** What the n-th of them answered. */
function filledIn(place: number, resident: string, row: ResidentRow): FillSheetInput {
  const { name, identityNumber = '', phone } = row;
  const isTenant = place % 2 === 0;
  return {
    ...{ id: seedId('SHEET_FILL', place + 1), sheet: SHEET, version: 1, resident },
    answers: {
      ...{ name, identityNumber, phone, sex: isWoman(identityNumber) ? 'FEMALE' : 'MALE' },
      ...{ registeredAt: '四川省宜宾市叙州区', education: 'SENIOR', arrivedOn: '2024-02-26' },
      ...(isTenant
        ? {
            housing: 'RENTED',
            landlord: '郑国强',
            landlordPhone: `${NOBODYS}90000201`,
            leaseUntil: '2027-02-28',
          }
        : { housing: 'DORMITORY' }),
      ...{ companions: place + 1, reason: 'WORK', employer: '示例物流有限公司', insured: isTenant },
      ...{ hasPermit: isTenant, children: place % 3, needs: isTenant ? ['SCHOOL', 'HEALTH'] : ['JOB'] },
      ...(isTenant ? { permitNumber: `CD2026${String(place + 1).padStart(4, '0')}` } : {}),
    },
  };
}

/** Of the seventeen digits of an identity number the last is even for a woman. */
function isWoman(identityNumber: string): boolean {
  return Number(identityNumber[16]) % 2 === 0;
}

/** A worker of the grid that a courtyard lies in. */
function workerOf(courtyard: string): SeedPerson {
  const grid = ancestorAt(courtyard, 'GRID');
  const found = PEOPLE.find(({ appointments: [own] }) => own?.role === 'GRID_WORKER' && own.area === grid);
  if (found === undefined) throw new Error(`Nobody works in ${courtyard}.`);
  return found;
}

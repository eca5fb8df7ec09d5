import { type WholeApp } from '../../src/app/backstage';
import { someAtOnce } from '../../src/shared/some-at-once';
import { seedAccounts } from './accounts';
import { divisions, grids } from './areas';
import { cases } from './cases';
import { households } from './households';
import { seedInspectionPlans, seedInspections } from './inspections';
import { seedHold } from './holds';
import { seedMediation } from './mediations';
import { logEntries, workPlans } from './logs';
import { seedNotices } from './notices';
import { DEPARTMENTS, person } from './people';
import { actingResidents, CHILD, familyOf, doubleRecords } from './residents';
import { routingRules } from './routing';
import { ownRules } from './district-rules';
import { seedApplications } from './applications';
import { seedCounters } from './counters';
import { serviceItems } from './service-items';
import { seedPlaces } from './places';
import { seedSheets } from './sheets';
import { appointments, householdSets } from './staff';
import { lastSeen, type SeedVisit, visits } from './visits';

/** Households taken in at one time. */
const AT_ONCE = 8;

/**
 * Fills an empty system with the demonstration district, through the product's own services. It may be run again:
 * every id is the same each time, so what stands is left as it is.
 */
export async function seed(
  app: Pick<WholeApp, 'services' | 'newReads'>,
  now: Date = new Date(),
): Promise<void> {
  const { areaImports, departments, caseReports, caseMoves } = app.services;
  const { appointmentChanges, householdAssignments } = app.services;
  await areaImports.importAreas([...divisions(), ...grids()]);
  await departments.importDepartments(DEPARTMENTS);
  await app.services.routing.importApproved(person('tang-hua'), person('he-ping'), routingRules());
  await app.services.terms.importApproved(person('tang-hua'), person('he-ping'), ownRules());
  await seedResidents(app);
  await appointmentChanges.importAppointments(appointments());
  for (const { by, input } of householdSets()) {
    await householdAssignments.assign(by, app.newReads(), input);
  }
  await seedPlaces(app.services);
  await seedVisits(app, now);
  await seedSheets(app);
  for (const input of serviceItems())
    await app.services.serviceItems.publish(person('tang-hua'), app.newReads(), input);
  for (const { by, report, moves } of cases()) {
    await caseReports.report(person(by), app.newReads(), report);
    for (const { by: mover, move, request } of moves) {
      await caseMoves.move(person(mover), app.newReads(), move, request);
    }
  }
  await seedMediation(app, now);
  await seedHold(app);
  await seedNotices(app, now);
  await seedApplications(app, now);
  await seedCounters(app, now);
  await seedAccounts(app);
  await seedInspections(app, now);
  await seedInspectionPlans(app);
  await seedLogs(app);
}

async function seedLogs({ services, newReads }: Pick<WholeApp, 'services' | 'newReads'>) {
  const by = person('wang-fang');
  for (const input of logEntries()) await services.logEntries.add(by, newReads(), input);
  for (const input of workPlans()) await services.workPlans.plan(by, newReads(), input);
}

async function seedVisits({ services, newReads }: Pick<WholeApp, 'services' | 'newReads'>, now: Date) {
  const isThere = ({ by, visit }: SeedVisit) =>
    services.visits.get(person(by), newReads(), visit.id).then(
      () => true,
      () => false,
    );
  const all = visits(now);
  // They are of the day before: what was seeded on an earlier day is left as it is.
  const last = all.at(-1);
  if (last !== undefined && (await isThere(last))) return;
  for (const { code } of grids().filter((area) => area.code.length === 15))
    await services.visitPlans.load(code, lastSeen);
  for (const { by, visit } of all) await services.visits.submit(person(by), newReads(), 'zh', visit);
}

async function seedResidents({ services, newReads }: Pick<WholeApp, 'services' | 'newReads'>) {
  const { registryImport, duplicateWatch } = services;
  await someAtOnce(AT_ONCE, [...households().entries()], async ([index, home]) => {
    const reads = newReads();
    await registryImport.importHousehold(reads, home);
    const acting = actingResidents().filter(
      ({ person: { appointments } }) =>
        appointments.some(({ area }) => area === home.courtyard) && home.door === '1-1-101',
    );
    const doubles = doubleRecords().filter(({ household }) => household === index);
    const children = acting.some((each) => each.person.key === CHILD.parent) ? [CHILD] : [];
    const rows = [...familyOf(index), ...[...acting, ...children, ...doubles].map(({ row }) => row)];
    const outcomes = await registryImport.importResidents(reads, home.id, rows);
    const refused = outcomes.find(({ outcome }) => outcome === 'REFUSED');
    if (refused !== undefined) throw new Error(`The seed does not fit: ${JSON.stringify(refused)}`);
  });
  // The table's stream stands still while the district is filled.
  await duplicateWatch.compare(doubleRecords().map(({ row }) => row.id));
}

import { type App } from '../../src/app';
import { divisions, grids } from './areas';
import { cases } from './cases';
import { households } from './households';
import { DEPARTMENTS, person } from './people';
import { actingResidents, familyOf, doubleRecords } from './residents';
import { seedPlaces } from './places';
import { seedSheets } from './sheets';
import { appointments, householdSets } from './staff';

/**
 * Fills an empty system with the demonstration district, through the product's own services. It may be run again:
 * every id is the same each time, so what stands is left as it is.
 */
export async function seed(app: Pick<App, 'services' | 'newReads'>): Promise<void> {
  const { areaImports, departments, caseReports, caseMoves } = app.services;
  const { appointmentChanges, householdAssignments } = app.services;
  await areaImports.importAreas([...divisions(), ...grids()]);
  await departments.importDepartments(DEPARTMENTS);
  await seedResidents(app);
  await appointmentChanges.importAppointments(appointments());
  for (const { by, input } of householdSets()) {
    await householdAssignments.assign(by, app.newReads(), input);
  }
  await seedPlaces(app.services);
  await seedSheets(app);
  for (const { by, report, moves } of cases()) {
    await caseReports.report(person(by), app.newReads(), report);
    for (const { by: mover, move, request } of moves) {
      await caseMoves.move(person(mover), app.newReads(), move, request);
    }
  }
}

async function seedResidents({ services, newReads }: Pick<App, 'services' | 'newReads'>) {
  const { registryImport, duplicateWatch } = services;
  const homes = households();
  for (const [index, home] of homes.entries()) {
    const reads = newReads();
    await registryImport.importHousehold(reads, home);
    const acting = actingResidents().filter(
      ({ person: { appointments } }) =>
        appointments.some(({ area }) => area === home.courtyard) && home.door === '1-1-101',
    );
    const doubles = doubleRecords().filter(({ household }) => household === index);
    const rows = [...familyOf(index), ...[...acting, ...doubles].map(({ row }) => row)];
    const outcomes = await registryImport.importResidents(reads, home.id, rows);
    const refused = outcomes.find(({ outcome }) => outcome === 'REFUSED');
    if (refused !== undefined) throw new Error(`The seed does not fit: ${JSON.stringify(refused)}`);
  }
  // The table's stream stands still while the district is filled.
  await duplicateWatch.compare(doubleRecords().map(({ row }) => row.id));
}

import { type App } from '../../src/app';
import { divisions, grids } from './areas';
import { cases } from './cases';
import { households } from './households';
import { DEPARTMENTS, person } from './people';

/**
 * Fills an empty system with the demonstration district, through the product's own services. It may be run again:
 * every id is the same each time, so what stands is left as it is.
 */
export async function seed(app: Pick<App, 'services' | 'newReads'>): Promise<void> {
  const { areas, departments, households: homes, caseReports, caseMoves } = app.services;
  await areas.importAreas([...divisions(), ...grids()]);
  await departments.importDepartments(DEPARTMENTS);
  await homes.importHouseholds(households());
  for (const { by, report, moves } of cases()) {
    await caseReports.report(person(by), app.newReads(), report);
    for (const { by: mover, move, request } of moves) {
      await caseMoves.move(person(mover), app.newReads(), move, request);
    }
  }
}

import { type StandingService } from '../auth/standing.service';
import { createCollectionReader } from '../data/collection-reader';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { AppointmentChangeService } from '../modules/people/appointment-change.service';
import { AppointmentRepo } from '../modules/people/appointment.repo';
import { DepartmentRepo } from '../modules/people/department.repo';
import { DepartmentService } from '../modules/people/department.service';
import { GridStaffService } from '../modules/people/grid-staff.service';
import { RosterRepo } from '../modules/people/roster.repo';
import { type Foundation } from './foundation';

/** What lets workers follow the grids. */
export function createGridStaff(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  standings: StandingService,
): GridStaffService {
  const [appointments, rosters] = [new AppointmentRepo(table), new RosterRepo(table)];
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  const departments = new DepartmentService(new DepartmentRepo(table));
  const changes = new AppointmentChangeService(
    ...([appointments, rosters, areas, departments, standings, clock] as const),
  );
  const newReads = () => createCollectionReader(table);
  return new GridStaffService(...([appointments, rosters, changes, standings, newReads, clock] as const));
}

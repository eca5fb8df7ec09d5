import { type StandingService } from '../auth/standing.service';
import { type AreaService } from '../modules/areas/area.service';
import { AccessRevocationService } from '../modules/people/access-revocation.service';
import { AppointmentChangeService } from '../modules/people/appointment-change.service';
import { AppointmentRepo } from '../modules/people/appointment.repo';
import { AppointmentService } from '../modules/people/appointment.service';
import { DepartmentRepo } from '../modules/people/department.repo';
import { DepartmentService } from '../modules/people/department.service';
import { HouseholdAssignmentService } from '../modules/people/household-assignment.service';
import { RosterRepo } from '../modules/people/roster.repo';
import { type Foundation } from './foundation';

/** Who is appointed to what, and who works for whom. */
export function createPeople(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  areas: AreaService,
  standings: StandingService,
) {
  const [repo, rosters] = [new AppointmentRepo(table), new RosterRepo(table)];
  const departments = new DepartmentService(new DepartmentRepo(table));
  return {
    departments,
    appointments: new AppointmentService(repo, clock),
    appointmentChanges: new AppointmentChangeService(
      ...([repo, rosters, areas, departments, standings, clock] as const),
    ),
    householdAssignments: new HouseholdAssignmentService(repo, rosters, clock),
    accessRevocations: new AccessRevocationService(repo, standings, clock),
  };
}

import { type AssignHouseholdsInput } from '../../src/modules/people/appointment.input';
import { type ImportedAppointment } from '../../src/modules/people/appointment-change.service';
import { ancestorAt } from '../../src/shared/area-code';
import { households } from './households';
import { seedId } from './ids';
import { PEOPLE, type SeedPerson } from './people';

/** First day of everybody's term. */
const FROM = '2026-01-01';

/** What the laptop's persons are appointed to, recorded as the district would. Residents are appointed to nothing. */
export function appointments(): ImportedAppointment[] {
  return PEOPLE.flatMap(({ id: person, name: workName, appointments: [appointment] }, index) =>
    appointment === undefined || appointment.role === 'RESIDENT'
      ? []
      : {
          ...appointment,
          ...{ id: appointmentOf(index), person, workName, from: FROM },
          // No exchange of Chengdu has numbers that begin with 0.
          workPhone: `028-0000 ${String(index + 1).padStart(4, '0')}`,
        },
  );
}

/** Which households each grid worker takes as their own: the workers of a grid share its doors. */
export function householdSets(): { by: SeedPerson; input: AssignHouseholdsInput }[] {
  const workers = PEOPLE.filter(({ appointments: [own] }) => own?.role === 'GRID_WORKER');
  return workers.map((by) => {
    const grid = gridOf(by);
    const mates = workers.filter((other) => gridOf(other) === grid);
    const doors = households().filter(({ courtyard }) => ancestorAt(courtyard, 'GRID') === grid);
    const index = PEOPLE.indexOf(by);
    const own = doors.filter((_door, order) => order % mates.length === mates.indexOf(by));
    const input = {
      ...{ id: seedId('HOUSEHOLD_SET', index + 1), appointment: appointmentOf(index), expectedVersion: 0 },
      households: own.map(({ id }) => id),
    };
    return { by, input };
  });
}

function gridOf({ appointments: [own] }: SeedPerson): string | undefined {
  return own?.area;
}

function appointmentOf(index: number): string {
  return seedId('APPOINTMENT', index + 1);
}

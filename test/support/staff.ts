import { type ImportedAppointment } from '../../src/modules/people/appointment-change.service';
import { newId } from '../../src/shared/ids';
import { type AppointStaffInput } from '../generated/operations';
import { type World } from './world';

/** An appointment to the world's grid, as its community would make it. */
export function appointInput(world: World, more: Partial<AppointStaffInput> = {}): AppointStaffInput {
  return {
    ...{ id: newId(), person: newId(), role: 'GRID_WORKER', area: world.grid },
    ...{ workName: '王芳', workPhone: '028-0000 0001', from: '2026-01-01' },
    ...more,
  };
}

/** Records an appointment as the district's data bring it; a secondary worker's where no other is named. */
export async function appointed(
  { services, courtyard }: World,
  more: Partial<ImportedAppointment> = {},
): Promise<ImportedAppointment> {
  const appointment: ImportedAppointment = {
    ...{ id: newId(), person: newId(), role: 'SECONDARY_WORKER', area: courtyard },
    ...{ workName: '孙桂香', workPhone: '028-0000 0010', from: '2026-01-01' },
    ...more,
  };
  await services.appointmentChanges.importAppointments([appointment]);
  return appointment;
}

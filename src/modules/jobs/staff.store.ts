import { Refusal } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import {
  type AppointmentChangeService,
  type ImportedAppointment,
} from '../people/appointment-change.service';
import { type AppointmentService } from '../people/appointment.service';
import { problemOf } from './refusal.rules';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';
import { type StaffRow } from './staff.table';

/** What appointments are read and written with. */
interface Access {
  readonly appointments: Pick<AppointmentService, 'allIn'>;
  readonly changes: Pick<AppointmentChangeService, 'checkImports' | 'importAppointments'>;
}

/** Names that appointments have elsewhere. */
const FIELDS: Readonly<Record<string, string>> = { person: 'number', workName: 'name', workPhone: 'phone' };

/** Appointments as rows of files. One that was made stays as it is: to end one is an act of its own. */
export class StaffStore implements RowStore<StaffRow> {
  constructor(private readonly access: Access) {}

  newWriter(): RowWriter<StaffRow> {
    const { changes } = this.access;
    return {
      compare: async (rows) => (await changes.checkImports(rows.map(appointmentFrom))).map(outcomeOf),
      write: (rows) => changes.importAppointments(rows.map(appointmentFrom)),
    };
  }

  async *rowsIn(area: string): AsyncGenerator<StaffRow> {
    for await (const { person, role, workName, workPhone, ...staff } of this.access.appointments.allIn(
      area,
    )) {
      if (role === 'ADMINISTRATOR' || role === 'RESIDENT') continue;
      const { area: at, department, from, to } = staff;
      yield { number: person, name: workName, role, area: at, department, phone: workPhone, from, to };
    }
  }
}

function appointmentFrom({
  number,
  name,
  role,
  area,
  department,
  phone,
  from,
  to,
}: StaffRow): ImportedAppointment {
  return {
    id: derivedId(['appointment', number, role, area, department ?? '', from].join('|')),
    ...{ person: number, role, area, department, workName: name, workPhone: phone, from, to },
  };
}

function outcomeOf(checked: 'NEW' | 'UNCHANGED' | Refusal): RowOutcome {
  if (!(checked instanceof Refusal)) return checked;
  const { field, ...problem } = problemOf(checked);
  return { ...problem, field: field && (FIELDS[field] ?? field) };
}

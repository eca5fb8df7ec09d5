import { createCollectionReader } from '../data/collection-reader';
import { type ApplicationService } from '../modules/applications/application.service';
import { BookingChangeService } from '../modules/counters/booking-change.service';
import { BookingKeepingService } from '../modules/counters/booking-keeping.service';
import { BookingMakingService } from '../modules/counters/booking-making.service';
import { BookingReminderService } from '../modules/counters/booking-reminder.service';
import { BookingRepo } from '../modules/counters/booking.repo';
import { BookingService } from '../modules/counters/booking.service';
import { CounterRepo } from '../modules/counters/counter.repo';
import { CounterService, type FindOffice } from '../modules/counters/counter.service';
import { QueueRepo } from '../modules/counters/queue.repo';
import { QueueService } from '../modules/counters/queue.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type ServiceItemService } from '../modules/services/service-item.service';
import { type Foundation } from './foundation';

/** What counters use. */
interface Sources {
  readonly residents: ResidentService;
  readonly applications: ApplicationService;
  readonly serviceItems: ServiceItemService;
  readonly office: FindOffice;
}

/** Only what reminds of bookings, so that its door loads nothing of the API. */
export function createBookingReminders({
  table,
  clock,
}: Pick<Foundation, 'table' | 'clock'>): BookingReminderService {
  return new BookingReminderService(new BookingRepo(table), () => createCollectionReader(table), clock);
}

/** Service counters, their bookings and queues. */
export function createCounters(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  { residents, applications, serviceItems: items, office }: Sources,
) {
  const [repo, bookingRepo] = [new CounterRepo(table), new BookingRepo(table)];
  const counters = new CounterService(repo, items, office, clock);
  const bookings = new BookingService(bookingRepo, counters, residents, clock);
  const keeping = new BookingKeepingService(bookingRepo, repo);
  const sources = { bookings, counters, residents, applications, items };
  return {
    ...{ counters, bookings },
    queues: new QueueService(new QueueRepo(table), bookingRepo, { counters, bookings }, clock),
    bookingMaking: new BookingMakingService(bookingRepo, keeping, sources, clock),
    bookingChanges: new BookingChangeService(bookingRepo, keeping, sources, clock),
  };
}

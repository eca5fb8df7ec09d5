import { type WholeApp } from '../../src/app/backstage';
import { businessDate, daysAfter, momentOf } from '../../src/shared/business-date';
import { isPublicHoliday } from '../../src/shared/calendar';
import { type PutCounterInput } from '../../src/modules/counters/counter.input';
import { COMMUNITY } from './areas';
import { seedId } from './ids';
import { person } from './people';

type Seeding = Pick<WholeApp, 'services' | 'newReads'>;

/** Open every day of these, in the morning and the afternoon. */
const everyDay = (weekdays: readonly number[], slotMinutes: number, capacity: number) =>
  weekdays.flatMap((weekday) => [
    { weekday, from: '09:00', to: '12:00', slotMinutes, capacity },
    { weekday, from: '13:30', to: '17:30', slotMinutes, capacity },
  ]);

const COMMUNITY_SERVICES = ['MEDICAL_INSURANCE', 'PENSION_ALIVE', 'ELDERLY_CARD', 'BIRTH_REGISTRATION'];

/** The counter of the demonstration community, open on weekends too, and that of its street. */
const COUNTERS: readonly { readonly by: string; readonly input: Omit<PutCounterInput, 'id' | 'counter'> }[] =
  [
    {
      by: 'lin-yan',
      input: {
        ...{
          expectedVersion: 0,
          area: COMMUNITY.code,
          name: '杉板桥社区便民服务站',
          address: '杉板桥路 1 号',
        },
        ...{ phone: '028-84310000', point: { latitude: 30.6628, longitude: 104.131, datum: 'GCJ02' } },
        services: COMMUNITY_SERVICES.map((code) => `510108-${code}`),
        ...{ sessions: everyDay([1, 2, 3, 4, 5, 6, 7], 30, 4), windows: 2 },
        ...{ closedOn: [], opensOnMakeUpDays: true },
      },
    },
    {
      by: 'xu-wei',
      input: {
        ...{ expectedVersion: 0, area: COMMUNITY.code.slice(0, 9), name: '跳蹬河街道便民服务中心' },
        ...{ address: '双桥路 2 号', phone: '028-84320000' },
        point: { latitude: 30.6571, longitude: 104.1246, datum: 'GCJ02' },
        services: [],
        ...{ sessions: everyDay([1, 2, 3, 4, 5], 15, 6), windows: 6, closedOn: [], opensOnMakeUpDays: true },
      },
    },
  ];

/** Puts two counters and books at the first; what was seeded on an earlier day is left as it is. */
export async function seedCounters(app: Seeding, now: Date): Promise<void> {
  for (const [index, { by, input }] of COUNTERS.entries()) {
    const [counter, id] = [seedId('COUNTER', index + 1), seedId('COUNTER', 100 + index)];
    await app.services.counters.put(person(by), app.newReads(), { ...input, id, counter });
  }
  const resident = person('peng-xiaoli');
  const isThere = await app.services.bookings.get(resident, app.newReads(), seedId('BOOKING', 1)).then(
    () => true,
    () => false,
  );
  if (!isThere) await book(app, now);
}

async function book({ services, newReads }: Seeding, now: Date): Promise<void> {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((ahead) => daysAfter(businessDate(now), ahead));
  const day = days.find((each) => !isPublicHoliday(each)) ?? days[0] ?? '';
  const counter = seedId('COUNTER', 1);
  const resident = person('peng-xiaoli');
  await services.bookingMaking.book(resident, newReads(), {
    ...{ id: seedId('BOOKING', 1), counter, start: momentOf(day, '10:00:00') },
    service: '510108-MEDICAL_INSURANCE',
  });
  await services.bookingMaking.book(person('wang-fang'), newReads(), {
    ...{ id: seedId('BOOKING', 2), counter, start: momentOf(day, '14:30:00') },
    ...{ service: '510108-ELDERLY_CARD', resident: resident.id, consent: { way: 'SPOKEN', at: now } },
  });
}

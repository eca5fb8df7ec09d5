import { type WholeApp } from '../../src/app/backstage';
import { type RecordMediationInput } from '../../src/modules/mediation/mediation.input';
import { businessDate, daysAfter } from '../../src/shared/business-date';
import { seedId } from './ids';
import { person } from './people';

/** The dispute that was mediated: two neighbours, over noise at night. */
const DISPUTE = seedId('CASE', 9);

/** A session two days ago that came to an agreement, whose first follow-up is due. */
function session(now: Date): RecordMediationInput {
  const today = businessDate(now);
  return {
    ...{ id: seedId('MEDIATION', 1), caseId: DISPUTE, expectedVersion: 0 },
    ...{ on: daysAfter(today, -2), place: '社区调解室', outcome: 'AGREED' },
    parties: [
      { resident: person('peng-xiaoli').id, role: '楼下住户' },
      { name: '邓一鸣', role: '楼上租客' },
      { name: '诚信装修店', role: '装修单位' },
    ],
    note: '双方到场，装修单位出示了施工安排。',
    agreement: {
      text: '工作日 9 时至 18 时施工，周末与夜间停工；三十日内完工，楼上住户致歉。',
      keptBy: daysAfter(today, 28),
      followUps: [today, daysAfter(today, 14)],
    },
  };
}

/** Mediates the dispute of the seed; what was seeded on an earlier day is left as it is. */
export async function seedMediation(
  { services, newReads }: Pick<WholeApp, 'services' | 'newReads'>,
  now: Date,
): Promise<void> {
  const by = person('wang-fang');
  if ((await services.mediations.of(by, newReads(), DISPUTE)) === undefined)
    await services.mediations.record(by, newReads(), session(now));
}

import { seedId } from '../../local/seed/ids';
import { person } from '../../local/seed/people';
import { businessDate } from '../../src/shared/business-date';
import { daysBetween } from '../../src/shared/calendar';
import { newId } from '../../src/shared/ids';
import {
  DueVisitsDocument,
  RegisterHouseholdDocument,
  ResidentPageDocument,
  SetCareTagDocument,
  SubmitVisitDocument,
  TodayDocument,
  VisitCoverageDocument,
  VisitsAtDoorDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

/** Sixth grid's worker, whose doors no other test of the laptop touches. */
const GRID = '510108008003006';

/** A worker's doors through the real ones: HTTP, the table's stream that keeps plans right, the clock that counts. */
describe('the doors of a worker', () => {
  it('are waiting in the morning, as the seed left them', async () => {
    const api = await laptop().clientOf('wu-gang');
    const { me, dueVisits } = await api.request(TodayDocument, {});
    expect(me.appointments).toMatchObject([{ role: 'GRID_WORKER', area: GRID }]);
    expect(dueVisits?.edges.length).toBeGreaterThan(0);
    const own = await laptop().clientOf('wang-fang');
    const { household } = await own.request(VisitsAtDoorDocument, { household: seedId('HOUSEHOLD', 1) });
    expect(household?.visits.edges.at(-1)?.node).toMatchObject({ outcome: 'MET', by: { name: '王芳' } });
  });

  it('come on the list when they are put on file, and move when somebody is looked after or visited', async () => {
    const api = await laptop().clientOf('wu-gang');
    const id = newId();
    const input = { id, courtyard: `${GRID}001`, door: '9-9-901', kind: 'FAMILY' as const };
    await api.request(RegisterHouseholdDocument, { input });
    const listed = async () =>
      (await api.request(DueVisitsDocument, { window: 'ALL', first: 100 })).dueVisits?.edges
        .map(({ node }) => node)
        .find(({ household }) => household === id);
    const fresh = await eventually(listed, 30);
    expect(fresh).toMatchObject({ tier: 'VACANT', seenOn: null });

    const visit = { id: newId(), household: id, at: new Date().toISOString(), outcome: 'REFUSED' as const };
    const { submitVisit } = await api.request(SubmitVisitDocument, { input: visit });
    expect(submitVisit).toMatchObject({ userErrors: [], visit: { id: visit.id } });
    expect((await listed())?.last).toMatchObject({ outcome: 'REFUSED' });
  }, 60_000);

  it('move with a care tag that the community sets, and are counted within minutes', async () => {
    const staff = await laptop().clientOf('lin-yan');
    const resident = person('zeng-dawei').id;
    const { resident: file } = await staff.request(ResidentPageDocument, { id: resident });
    const household = file?.residences[0]?.household ?? '';
    const dueOn = async () =>
      (await staff.request(VisitsAtDoorDocument, { household })).household?.nextVisit?.dueOn ?? '';
    const at = new Date();
    const visit = { id: newId(), household, at: at.toISOString(), outcome: 'MET' as const };
    await staff.request(SubmitVisitDocument, { input: visit });
    const today = businessDate(at);
    expect(daysBetween(today, await dueOn())).toBeGreaterThanOrEqual(90);

    const year = String(at.getFullYear() + 1);
    const { setCareTag } = await staff.request(SetCareTagDocument, {
      input: {
        ...{ id: newId(), resident, kind: 'VETERAN', visits: 'CLOSE', purpose: '定期上门探视' },
        ...{ reason: '优抚对象，行动不便', reviewOn: `${year}-01-10`, expiresOn: `${year}-02-10` },
      },
    });
    expect(setCareTag.userErrors).toEqual([]);
    const sooner = await eventually(async () => {
      const day = await dueOn();
      return daysBetween(today, day) < 60 ? day : undefined;
    }, 30);
    // A week, and on to a working day.
    expect(daysBetween(today, sooner)).toBeGreaterThanOrEqual(7);

    const counted = await eventually(async () => {
      const { visitCoverage } = await staff.request(VisitCoverageDocument, { area: '510108008003' });
      const { visited = 0, parts = [] } = visitCoverage ?? {};
      return visited > 0 && parts.length === 6 ? visitCoverage : undefined;
    }, 150);
    expect(counted?.parts.map(({ area }) => area)).toContain(GRID);
    expect(counted?.households).toBeGreaterThan(50);
  }, 180_000);
});

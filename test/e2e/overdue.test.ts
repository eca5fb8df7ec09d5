import { createCollectionReader } from '../../src/data/collection-reader';
import { openTable } from '../../src/data/table';
import { CaseRepo } from '../../src/modules/cases/case.repo';
import { newId } from '../../src/shared/ids';
import { portsFrom } from '../../local/ports';
import { CasePageDocument, InboxDocument, ReportCaseDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

/** On the running laptop: the table's stream notes when a limit is over, and the clock's door looks every minute. */
describe('a case that nobody looks at', () => {
  it('is with the community when its limit in the grid is over, and says why', async () => {
    const [worker, staff] = [await laptop().clientOf('chen-jing'), await laptop().clientOf('lin-yan')];
    const id = newId();
    const place = { area: '510108008003003' };
    const input = { id, category: 'FIRE_HAZARD', urgency: 'EMERGENCY', text: '电动车在楼道里充电', place };
    await worker.request(ReportCaseDocument, { input: input as never });
    // An hour is too long for a test: its clock is set back by two.
    const endpoint = `http://localhost:${String(portsFrom(laptop().port).dynamodb)}`;
    const table = openTable({ name: 'wangge-laptop', endpoint });
    const [repo, reads] = [new CaseRepo(table), createCollectionReader(table)];
    const found = await repo.find(reads, id, true);
    const clock = found?.clock;
    if (found === undefined || clock === undefined) throw new Error('The case has no clock.');
    const earlier = (time: Date) => new Date(time.getTime() - 7_200_000);
    const [since, nearAt, dueAt] = [clock.since, clock.nearAt, clock.dueAt].map(earlier) as [
      Date,
      Date,
      Date,
    ];
    const version = found.version + 1;
    const late = { ...found, version, clock: { ...clock, began: version, since, nearAt, dueAt } };
    expect(await repo.replace(reads, late, [], undefined)).toEqual({ done: true });

    const { inbox } = await worker.request(InboxDocument, { punctuality: 'OVER', first: 100 });
    expect(inbox?.edges.map(({ node }) => node.id)).toContain(id);
    const { case: page } = await eventually(async () => {
      const answer = await staff.request(CasePageDocument, { id });
      return answer.case?.holder?.level === 'COMMUNITY' ? answer : undefined;
    }, 150);
    expect(page?.timeline.map(({ kind }) => kind)).toEqual(['REPORT', 'OVERDUE']);
    expect(page?.clock).toMatchObject({ step: 'TRIAGE', punctuality: 'WITHIN' });
    expect(page?.custody.map(({ holder }) => holder.level)).toEqual(['GRID', 'COMMUNITY']);
    const { inbox: theirs } = await staff.request(InboxDocument, { first: 100 });
    expect(theirs?.edges.map(({ node }) => node.id)).toContain(id);
  }, 200_000);
});

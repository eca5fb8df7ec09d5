import { reportMarks } from '../../../src/modules/cases/case-report.rules';
import { type Urgency } from '../../../src/modules/cases/case.rules';
import { fingerprint } from '../../../src/shared/fingerprint';

const REPORT: { id: string; category: string; text: string; urgency?: Urgency } = {
  ...{ id: 'c', category: 'FIRE_HAZARD', text: '楼道堆物' },
};

describe('the mark of a report', () => {
  it('is of what was sent, by whom', () => {
    const said = { ...REPORT, urgency: 'URGENT' as const };
    const mark = fingerprint(['p', said]);
    expect(reportMarks('p', said)).toEqual([mark, mark]);
    expect(reportMarks('q', said)).not.toContain(mark);
  });

  it('is one whether nothing is said of the urgency or null', () => {
    expect(reportMarks('p', { ...REPORT, urgency: null })).toEqual(reportMarks('p', REPORT));
  });

  it('is another when an urgency is named than when none is', () => {
    const [unsaid] = reportMarks('p', REPORT);
    expect(reportMarks('p', { ...REPORT, urgency: 'NORMAL' })).not.toContain(unsaid);
  });

  it('is known again where the same report was kept while NORMAL stood for what was not said', () => {
    expect(reportMarks('p', REPORT)).toContain(fingerprint(['p', { ...REPORT, urgency: 'NORMAL' }]));
  });
});

import { caseIdOf } from '../../src/modules/cases/case-keys.rules';
import { storedRowOf } from '../../src/modules/cases/case.row';
import { type Case } from '../../src/modules/cases/case.type';

/** The row of a case as the table keeps it, from those of its facts that matter. */
export function caseRow(facts: Partial<Case> & Pick<Case, 'area'>): ReturnType<typeof storedRowOf> {
  const by = { id: 'somebody', name: '某人', role: 'GRID_WORKER' };
  const at = facts.updatedAt ?? facts.reportedAt ?? new Date('2026-05-12T02:30:00Z');
  return storedRowOf({
    ...{
      id: 'c',
      version: 1,
      state: 'REPORTED',
      category: { code: 'OTHER' },
      urgency: 'NORMAL',
      text: '某事',
    },
    source: 'PATROL',
    ...{ reporter: by, reportedAt: at, updatedAt: at, areaNames: [], steps: [] },
    ...facts,
  });
}

/** Id of the record in an item of the table; a case has it in its key alone. */
export function idOfItem({ __edb_e__, pk, id }: Readonly<Record<string, unknown>>): string {
  return __edb_e__ === 'case' ? caseIdOf(String(pk)) : String(id);
}

import { type Language } from '../../shared/language';
import { checklistOf } from './checklist.rules';
import { type ChecklistWords } from './checklist.words';
import { type FindingCase } from './finding-case.rules';
import { standingOf } from './finding.rules';
import { type InspectionRecord } from './inspection.rules';
import { type FindingCount, type Inspection, type InspectionFinding } from './inspection.type';

/** What an inspection is shown by: its checklist's texts, what its findings became, and which of them the reader sees. */
export interface Showing {
  readonly words: ChecklistWords;
  readonly language: Language;
  /** Items that had failed the time before too. */
  readonly repeated: ReadonlySet<string>;
  /** The case of a finding; undefined while it has not been taken in. */
  readonly caseOf: (caseId: string) => FindingCase | undefined;
  /** Whether the reader sees a finding with this case. */
  readonly sees: (found: FindingCase | undefined) => boolean;
  /** Whether they see all, so that notes on what passed are for them too. */
  readonly seesAll: boolean;
}

/** An inspection as its reader sees it. */
export function shownInspection(record: InspectionRecord, showing: Showing): Inspection {
  const { id, premises, checklist, version, at, by, role, answers } = record;
  const { words, language, seesAll } = showing;
  const findings = findingsOf(record, showing);
  const seen = new Set(findings.map(({ item }) => item));
  return {
    ...{ id, premises, checklist, version, at, by, role, findings, name: words.name[language] },
    answers: answers
      .filter(({ item, result }) => result !== 'FAIL' || seen.has(item))
      .map(({ item, result, note }) => ({
        ...{ item, result, title: words.items[item]?.title[language] ?? item },
        note: seesAll || result === 'FAIL' ? note : undefined,
      })),
  };
}

/** What failed at an inspection, as far as its reader sees it. */
export function findingsOf(record: InspectionRecord, showing: Showing): InspectionFinding[] {
  const { words, language, repeated, caseOf, sees } = showing;
  const checklist = checklistOf(record.checklist, record.version);
  return record.answers.flatMap(({ item, note, caseId }): InspectionFinding[] => {
    if (caseId === undefined) return [];
    const met = caseOf(caseId);
    // Somebody may have had a case with this id before.
    const found = met?.inspection === record.id ? met : undefined;
    if (!sees(found)) return [];
    const code = checklist?.items.find((each) => each.code === item)?.category ?? 'OTHER';
    return [
      {
        ...{ inspection: record.id, foundAt: record.at, item, note, caseId },
        fails: words.items[item]?.fails[language] ?? item,
        category: found?.category ?? { code },
        repeated: repeated.has(item),
        ...standingOf(found),
      },
    ];
  });
}

/** How often each category was found, the most frequent first. */
export function countsOf(findings: readonly InspectionFinding[]): FindingCount[] {
  const codes = [...new Set(findings.map(({ category }) => category.code))];
  const counts = codes.map((code) => {
    const all = findings.filter(({ category }) => category.code === code);
    return { category: { code }, count: all.length, repeated: all.filter((each) => each.repeated).length };
  });
  return counts.sort((a, b) => b.count - a.count);
}

import { v7 } from 'uuid';

const KEPT = 'wangge:case';

/**
 * Fills in an operation's example variables: `{{newId}}` becomes a new UUID version 7, `{{newCaseId}}` one that is
 * remembered, and `{{caseId}}` the one that this tab of the browser remembers, at first that of a seeded case.
 */
export function fillIn(example: string, seededCase: string): string {
  return example
    .replaceAll('{{newCaseId}}', () => {
      const id = v7();
      sessionStorage.setItem(KEPT, id);
      return id;
    })
    .replaceAll('{{newId}}', () => v7())
    .replaceAll('{{caseId}}', () => sessionStorage.getItem(KEPT) ?? seededCase);
}

const CASE = 'CASE#';

/** Partition key of a case's collection. */
export function caseKey(id: string): string {
  return `${CASE}${id}`;
}

/** The case whose collection has this key. */
export function caseIdOf(key: string): string {
  return key.slice(CASE.length);
}

/** Key of the inbox of an area or department. */
export function inboxKey(holder: string): string {
  return `HELD#${holder}`;
}

import { AREA_ERRORS } from '../../shared/messages/areas.messages';
import { COMMON_ERRORS } from '../../shared/messages/common.messages';
import { PEOPLE_ERRORS } from '../../shared/messages/people.messages';
import { PLACES_ERRORS } from '../../shared/messages/places.messages';
import { RESIDENT_ERRORS } from '../../shared/messages/residents.messages';
import { type Text } from '../../shared/messages/text';
import { OWN_FINDINGS } from './file.messages';

/** What can be said of a line of a file. Where a module refuses a row, its own sentence is said. */
export const FINDINGS = {
  ...COMMON_ERRORS,
  ...AREA_ERRORS,
  ...RESIDENT_ERRORS,
  ...PLACES_ERRORS,
  ...PEOPLE_ERRORS,
  ...OWN_FINDINGS,
} as const satisfies Record<string, Text>;

export type FindingCode = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];

/** Findings that only tell: the line is taken all the same. */
export const NOTES: ReadonlySet<FindingCode> = new Set([
  'LEADING_ZERO_RESTORED',
  'COLUMN_UNKNOWN',
  'COLUMN_TWICE',
]);

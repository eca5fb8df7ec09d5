import { type TableChange } from '../../data/table-change';
import { applicationLines } from './application-lines.events';
import { caseLines } from './case-lines.events';
import { inspectionLines } from './inspection-lines.events';
import { type LogLine, turnOf } from './log.rules';
import { mediationLines } from './mediation-lines.events';
import { meetingLines } from './meeting-lines.events';
import { placeLines } from './place-lines.events';
import { registryLines } from './registry-lines.events';
import { visitLines } from './visit-lines.events';

/** Reads what somebody did from a change of the table; pure, from the two images and nothing else. */
export type LineReader = (change: TableChange) => readonly LogLine[];

/** All that writes the log of a day: one small file for each kind of records. To have another kind in it, add its reader. */
const READERS: readonly LineReader[] = [
  ...[visitLines, inspectionLines, caseLines, mediationLines, applicationLines],
  ...[registryLines, placeLines, meetingLines],
];

/** The lines that changes of the table bring, each once: told twice or in any order they are the same lines. */
export function linesOf(changes: readonly TableChange[]): readonly LogLine[] {
  const lines = changes.flatMap((change) => READERS.flatMap((read) => read(change)));
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

/** By what a line is known: whose it is, when, and by which move. */
function keyOf({ by, at, id }: LogLine): string {
  return `${by.id}#${turnOf(at)}#${id}`;
}

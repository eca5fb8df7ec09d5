import { type Refusal } from '../../shared/errors';
import { type FindingCode, FINDINGS } from './finding.messages';
import { type Problem } from './table.rules';

/** What a report says where the rules of another module refuse a row; a refusal that is none of a row's is thrown on. */
export function problemOf(refusal: Refusal): Problem {
  const { code, values, path } = refusal;
  if (!isOfRow(code)) throw refusal;
  return { code, values, field: path[0] };
}

function isOfRow(code: string): code is FindingCode {
  return code in FINDINGS;
}

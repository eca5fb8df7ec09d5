import { Refusal } from '../../shared/errors';
import { type Evidence } from '../evidence/evidence.type';
import { type CaseMove, type MoveNeed, moveOf } from './case.machine';
import { MOST_TEXT } from './case.rules';
import { type Case } from './case.type';
import { STEP_NAMES } from './case.words';

/** Throws unless the text has something in it and is not too long. */
export function assertText(text: string, path: readonly string[], max = MOST_TEXT): void {
  if (text.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, path);
  if (text.length > max) throw new Refusal('TEXT_TOO_LONG', { max }, path);
}

/** What a move brings along, as far as its needs must know. */
export interface MoveFacts {
  readonly text?: string | undefined;
  /** Evidence that is on the case already. */
  readonly present: readonly Pick<Evidence, 'role' | 'status'>[];
  /** Evidence that comes with the move. */
  readonly coming: readonly Pick<Evidence, 'role'>[];
}

const NEEDS: Readonly<Record<MoveNeed, (facts: MoveFacts) => void>> = {
  TEXT: ({ text }) => {
    assertText(text ?? '', ['text']);
  },
  RESULT_EVIDENCE: ({ present, coming }) => {
    const result = [...present.filter(({ status }) => status !== 'REJECTED'), ...coming];
    if (!result.some(({ role }) => role === 'AFTER'))
      throw new Refusal('EVIDENCE_REQUIRED', {}, ['evidence']);
  },
  VERIFIED_RESULT: ({ present }) => {
    const verified = present.some(({ role, status }) => role === 'AFTER' && status === 'VERIFIED');
    if (!verified) throw new Refusal('EVIDENCE_NOT_VERIFIED');
  },
};

/** Throws a refusal unless the move brings all it needs. */
export function assertNeeds(move: CaseMove, facts: MoveFacts): void {
  if (facts.text !== undefined && facts.text.length > MOST_TEXT) assertText(facts.text, ['text']);
  for (const need of moveOf(move).needs) NEEDS[need](facts);
}

/** The refusal that tells what happened to the case in the meantime. */
export function conflictWith(standing: Case, path: readonly string[] = []): Refusal {
  const last = standing.steps.at(-1);
  const who = last?.by.name ?? '';
  const words = STEP_NAMES[last?.move ?? 'REPORT'];
  const when = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  return new Refusal(
    'CONFLICT',
    { what: { zh: `${who}于 ${when} 执行“${words.zh}”`, en: `${who}, ${words.en}, ${when}` } },
    path,
  );
}

import { Refusal } from '../../shared/errors';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { CONTENT_TYPES } from '../evidence/evidence.rules';
import { checkedText } from '../mediation/mediation-request.rules';
import {
  type ApplicationPerson,
  type ApplicationTerms,
  type BroughtMaterial,
  MOST_OF_APPLICATION,
} from './application.rules';

/**
 * Answers by their codes, without the spaces around them.
 * @throws Refusal APPLICATION_QUESTION_UNKNOWN, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedAnswers(
  { questions }: ApplicationTerms,
  answers: readonly { readonly code: string; readonly value: string }[],
): Readonly<Record<string, string>> {
  const known = answers.map(({ code, value }) => {
    const path = ['answers', code];
    if (!questions.some((question) => question.code === code))
      throw new Refusal('APPLICATION_QUESTION_UNKNOWN', { code }, path);
    return [code, checkedText(value, path, MOST_OF_APPLICATION.answer)] as const;
  });
  return Object.fromEntries(known);
}

/**
 * Throws unless a service has these materials, each named once.
 * @throws Refusal APPLICATION_MATERIAL_UNKNOWN
 */
export function assertMaterials({ materials }: ApplicationTerms, codes: readonly string[]): void {
  const unknown = codes.find((code) => !materials.some((material) => material.code === code));
  if (unknown !== undefined)
    throw new Refusal('APPLICATION_MATERIAL_UNKNOWN', { code: unknown }, ['materials', unknown]);
}

/** A material as a request brings it. */
interface NamedMaterial {
  readonly code: string;
  readonly evidence: readonly { readonly id: string }[];
  readonly seen: boolean;
}

/** Materials as they are kept: ids of their files, or who saw the original, and when (RFC 3339 UTC). */
export function broughtFrom(
  materials: readonly NamedMaterial[],
  seen: { readonly at: string; readonly by: ApplicationPerson },
): readonly BroughtMaterial[] {
  return materials.map(({ code, evidence, seen: isSeen }) => ({
    ...{ code, files: evidence.map(({ id }) => id) },
    seen: isSeen ? seen : undefined,
  }));
}

/**
 * Throws unless these files are pictures or PDFs: a film is no document.
 * @throws Refusal EVIDENCE_TYPE_NOT_ALLOWED
 */
export function assertPapers(slots: readonly EvidenceSlotInput[]): void {
  const film = slots.find(({ contentType }) => CONTENT_TYPES[contentType] === 'VIDEO');
  if (film !== undefined)
    throw new Refusal('EVIDENCE_TYPE_NOT_ALLOWED', { contentType: film.contentType }, ['evidence']);
}

/**
 * What whoever moves it says, which must be there where it is needed.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedOpinion(text: string | null | undefined, isNeeded: boolean): string | undefined {
  if (!isNeeded && (text == null || text.trim() === '')) return undefined;
  return checkedText(text ?? '', ['text'], MOST_OF_APPLICATION.text);
}

/**
 * A score as it is kept.
 * @throws Refusal SCORE_INVALID
 */
export function checkedScore(score: number | null | undefined): number {
  if (score == null || !Number.isInteger(score) || score < 1 || score > 5)
    throw new Refusal('SCORE_INVALID', {}, ['score']);
  return score;
}

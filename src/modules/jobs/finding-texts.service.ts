import { type Text } from '../../shared/messages/text';
import { type FindingCode } from './finding.messages';

/** What is said of lines, by code: the sentences of refusals and those of files alone, loaded when somebody reads a report. */
export async function findingTexts(): Promise<Readonly<Record<FindingCode, Text>>> {
  const [{ USER_ERRORS }, { OWN_FINDINGS }] = await Promise.all([
    import('../../shared/messages/refusals.lazy'),
    import('./file-messages.lazy'),
  ]);
  return { ...USER_ERRORS, ...OWN_FINDINGS };
}

import { type SubmitFieldBatchMutation } from './generated/operations';
import { type ItemEvent } from './queue.machine';
import { type Answer, type FileRow, type ItemRow, type Trouble } from './rows';
import { type Part, partsOf, relationsOf } from './work.rules';

/** The answer to one item of a batch. */
export type ItemAnswer = NonNullable<SubmitFieldBatchMutation['submitFieldBatch']['answers']>[number];
type PartAnswer = NonNullable<ItemAnswer['parts']>[number];

/** When things are answered, and how long to wait where nothing was done. */
export interface Moment {
  readonly now: number;
  readonly waitUntil: (attempts: number) => number;
}

/** What an answer means for the item that was sent. */
export function eventOf(sent: ItemRow, answer: ItemAnswer, moment: Moment): ItemEvent {
  const { revision } = sent;
  const troubles = troublesOf(answer);
  // Decided against it meanwhile, by another device or person: its end is heard like that of any conflict.
  const isConflict =
    answer.status === 'CONFLICT' || (answer.status === 'DUPLICATE' && answer.conflict?.state === 'THEIRS');
  if (answer.status === 'REJECTED') return { type: 'REFUSED', revision, troubles };
  if (answer.status === 'TRY_AGAIN') {
    const notBefore = moment.waitUntil(sent.attempts);
    // With a record it is written, and only a part of it is not: it cannot be taken back any more.
    return answer.record === null
      ? { type: 'POSTPONED', revision, known: true, troubles, notBefore }
      : { type: 'LOST', revision, troubles, notBefore };
  }
  const status = isConflict ? 'CONFLICT' : 'TAKEN';
  return { type: 'ANSWERED', revision, status, answer: keptOf(answer), troubles, at: moment.now };
}

function keptOf({ record, version, conflict }: ItemAnswer): Answer {
  return {
    record: record ?? undefined,
    version: version ?? undefined,
    conflict: conflict?.id,
  };
}

function troublesOf({ userErrors }: Pick<PartAnswer, 'userErrors'>): Trouble[] {
  return userErrors.map(({ code, message, path }) => ({ code, message, path }));
}

/** Whether the server has this part. */
function isDone({ status }: PartAnswer): boolean {
  return status === 'APPLIED' || status === 'DUPLICATE';
}

/**
 * The parts of a visit that the server did not take while it took the visit: from then on they are items of their own, so
 * that they can be mended, tried again and given up like any other.
 */
export function partsLeft(sent: ItemRow, answer: ItemAnswer, moment: Moment): ItemRow[] {
  if (answer.status !== 'APPLIED' && answer.status !== 'DUPLICATE') return [];
  const answers = new Map((answer.parts ?? []).map((part) => [part.id, part]));
  return partsOf(sent.input).flatMap((part) => {
    const partAnswer = answers.get(part.id);
    return partAnswer === undefined || isDone(partAnswer) ? [] : [itemOfPart(sent, part, partAnswer, moment)];
  });
}

function itemOfPart(sent: ItemRow, part: Part, answer: PartAnswer, moment: Moment): ItemRow {
  const isConflict = answer.status === 'CONFLICT';
  return {
    id: part.id,
    kind: part.kind,
    ...(isConflict ? {} : { input: part.input }),
    after: sent.after,
    ...relationsOf(part.kind, part.id, part.input),
    state: answer.status === 'REJECTED' ? 'REFUSED' : isConflict ? 'CONFLICT' : 'WAITING',
    revision: 0,
    attempts: 0,
    unanswered: false,
    notBefore: answer.status === 'TRY_AGAIN' ? moment.waitUntil(1) : 0,
    troubles: troublesOf(answer),
    ...(isConflict ? { answer: { conflict: answer.conflict?.id ?? part.id } } : {}),
    recordedAt: sent.recordedAt,
  };
}

/** The files of an item after it was answered: those of what was taken can be sent, those of a part go with the part. */
export function filesAfter(
  item: ItemRow,
  left: readonly ItemRow[],
  files: readonly FileRow[],
  now: number,
): FileRow[] {
  return files.flatMap((file): FileRow[] => {
    if (file.state !== 'HELD') return [];
    const own = left.find(({ id }) => id === file.part);
    if (own !== undefined) return [{ ...file, item: own.id, part: undefined }];
    return item.state === 'TAKEN' ? [{ ...file, state: 'WAITING', notBefore: now }] : [];
  });
}

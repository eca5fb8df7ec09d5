import { type SentFileFragment } from './generated/operations';
import { type FileRow, type Trouble } from './rows';

/** What happens to a file after its item was taken. */
export type FileEvent =
  /** The server says where it stands. */
  | {
      readonly type: 'SEEN';
      readonly seen: Pick<SentFileFragment, 'status' | 'rejection' | 'checkedAt'>;
      readonly at: number;
    }
  /** So many of its bytes have arrived. */
  | { readonly type: 'ADVANCED'; readonly sent: number }
  | { readonly type: 'ARRIVED'; readonly at: number; readonly notBefore: number }
  | { readonly type: 'FAILED'; readonly notBefore: number; readonly trouble: Trouble }
  /** Not checked yet: look again later. */
  | { readonly type: 'LOOKED'; readonly notBefore: number }
  | { readonly type: 'RETRIED' }
  | { readonly type: 'GIVEN_UP'; readonly at: number };

/** How long a file may lie in the store unchecked before it is sent once more, in milliseconds. */
export const UNCHECKED_FOR = 6 * 3_600_000;

/** Whether its bytes are not needed any more. */
export function isFileSettled({ state }: Pick<FileRow, 'state'>): boolean {
  return state === 'VERIFIED' || state === 'GIVEN_UP';
}

/** Whether there is still something to do for it by itself. */
export function isFileOpen({ state }: Pick<FileRow, 'state'>): boolean {
  return state === 'WAITING' || state === 'ARRIVED';
}

/**
 * The file after what happened; the same object where that changes nothing. Its bytes are let go when the server says that
 * it has checked them, or by a person's hand, and for no other reason.
 */
export function stepFile(file: FileRow, event: FileEvent): FileRow {
  switch (event.type) {
    case 'SEEN':
      return seen(file, event);
    case 'ADVANCED':
      return file.state === 'WAITING' ? { ...file, sent: event.sent } : file;
    case 'ARRIVED':
      return file.state === 'WAITING'
        ? {
            ...{ ...file, state: 'ARRIVED', sent: file.size, attempts: 0, trouble: undefined },
            ...{ arrivedAt: event.at, notBefore: event.notBefore },
          }
        : file;
    case 'FAILED':
      return isFileOpen(file)
        ? { ...file, attempts: file.attempts + 1, notBefore: event.notBefore, trouble: event.trouble }
        : file;
    case 'LOOKED':
      return isFileOpen(file) ? { ...file, attempts: file.attempts + 1, notBefore: event.notBefore } : file;
    case 'RETRIED':
      return file.state === 'REJECTED' || isFileOpen(file)
        ? { ...file, state: 'WAITING', sent: 0, attempts: 0, notBefore: 0, reason: undefined }
        : file;
    case 'GIVEN_UP':
      return isFileSettled(file) ? file : { ...file, state: 'GIVEN_UP', settledAt: event.at };
  }
}

function seen(
  file: FileRow,
  { seen: { status, rejection, checkedAt }, at }: FileEvent & { type: 'SEEN' },
): FileRow {
  if (isFileSettled(file) || file.state === 'HELD') return file;
  if (status === 'VERIFIED')
    return { ...file, state: 'VERIFIED', sent: file.size, settledAt: at, trouble: undefined };
  const isNew = checkedAt !== null && checkedAt !== file.oldCheck;
  if (status === 'REJECTED' && isNew && file.state !== 'REJECTED') {
    return { ...file, state: 'REJECTED', reason: rejection ?? undefined, oldCheck: checkedAt };
  }
  const isForgotten = file.arrivedAt !== undefined && at - file.arrivedAt > UNCHECKED_FOR;
  return file.state === 'ARRIVED' && (status === 'EXPIRED' || isForgotten)
    ? { ...file, state: 'WAITING', sent: 0, arrivedAt: undefined, notBefore: 0 }
    : file;
}

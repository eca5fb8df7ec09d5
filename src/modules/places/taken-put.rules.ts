import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { type PutBasis, type RegisterEntry, type TakenPut } from './register.type';

/** How many requests an entry remembers: enough to know a repeated one again after days in a basement. */
const REMEMBERED = 20;

/** A request to write an entry, as far as it can be told from others. */
export interface PutRequest {
  readonly mark: string;
  readonly key?: string | undefined;
  /** Keys of the sender's earlier requests that it was made on top of, before they were answered. */
  readonly afterKeys: readonly string[];
  /** Version the user saw; undefined for a new entry. */
  readonly expectedVersion?: number | undefined;
}

/** What is remembered of a request. Nobody's ids match those of somebody else. */
export function putRequest(
  person: string,
  input: { readonly expectedVersion?: number | null | undefined },
  basis?: PutBasis,
): PutRequest {
  const { id, after = [] } = basis ?? {};
  return {
    // The same content again, after something else, is another request.
    mark: fingerprint(after.length === 0 ? [person, input] : [person, input, after]),
    key: id && fingerprint([person, id]),
    afterKeys: after.map((each) => fingerprint([person, each])),
    expectedVersion: input.expectedVersion ?? undefined,
  };
}

/** Whether something must stand there already for the request to be taken in. */
export function isEdit({ afterKeys, expectedVersion }: PutRequest): boolean {
  return afterKeys.length > 0 || expectedVersion !== undefined;
}

/**
 * Whether an entry has taken in this very request before; its answer is then the entry as it stands.
 * @throws Refusal CONFLICT when its id was another's
 */
export function isTaken(entry: RegisterEntry, { key, mark }: PutRequest): boolean {
  const taken = entry.requests ?? [];
  const named = key === undefined ? undefined : taken.find((request) => request.key === key);
  if (named !== undefined && named.mark !== mark) throw conflictWith(entry, ['id']);
  return entry.mark === mark || taken.some((request) => request.mark === mark);
}

/**
 * Whether everything that was done to an entry since the version its sender saw was theirs: a new entry begins with none.
 * @throws TechnicalError TRY_AGAIN while a request that it was made on top of is not taken in
 */
export function isFresh(
  { version, requests = [] }: Pick<RegisterEntry, 'version' | 'requests'>,
  { afterKeys, expectedVersion = 0 }: PutRequest,
): boolean {
  const known = requests.filter(({ key }) => key !== undefined && afterKeys.includes(key));
  if (known.length < afterKeys.length) throw new TechnicalError('TRY_AGAIN');
  const own = known.filter((taken) => taken.version > expectedVersion);
  return own.length === version - expectedVersion;
}

/** The requests an entry remembers, with one more; the oldest is dropped. */
export function withTaken(requests: readonly TakenPut[], taken: TakenPut): readonly TakenPut[] {
  return [...requests, taken].slice(-REMEMBERED);
}

/** The refusal that tells who changed the entry in the meantime. */
export function conflictWith(
  { changedBy, changedAt }: Pick<RegisterEntry, 'changedBy' | 'changedAt'>,
  path: readonly string[] = ['expectedVersion'],
): Refusal {
  const when = changedAt.replace(/\.\d+Z$/, 'Z');
  const what = { zh: `${changedBy}于 ${when} 修改`, en: `${changedBy}, ${when}` };
  return new Refusal('CONFLICT', { what }, path);
}

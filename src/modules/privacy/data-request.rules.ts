import { businessDate } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { checkedPerson, type Person, type Sex } from '../residents/resident.rules';
import { type DataRequestState } from './data-request.machine';

/** What a resident can ask for. */
export const DATA_REQUEST_KINDS = ['CORRECTION', 'DELETION'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** What can be corrected by a request, as the resident proposes it. */
export const CORRECTED_FIELDS = ['name', 'sex', 'birthDate', 'phone', 'identityNumber'] as const;
export type Proposal = Readonly<Partial<Record<(typeof CORRECTED_FIELDS)[number], string>>>;

/** A request as it is kept; what it says is sealed, because numbers are in it. */
export interface DataRequest {
  readonly id: string;
  readonly resident: string;
  readonly maskedName: string;
  /** Code of the courtyard they live in, or lived in last, when they asked; while it waits, its code of today. */
  readonly area: string;
  readonly kind: DataRequestKind;
  readonly fields: readonly string[];
  readonly state: DataRequestState;
  readonly submittedAt: Date;
  /** YYYY-MM-DD in Shanghai. */
  readonly deadline: string;
  /** Text and proposal, sealed for the request; none when the person was erased. */
  readonly sealed?: Uint8Array | undefined;
  /** Fingerprint of the request. */
  readonly mark: string;
  /** Where it was said in an application: its id, and that of whoever said it. */
  readonly origin?: { readonly application: string; readonly by: string } | undefined;
  /** Version of the record that a correction was made on; none for those that do not keep what was on file. */
  readonly basis?: number | undefined;
  readonly decision?: DataRequestVerdict | undefined;
}

/** How a request was decided. */
export interface DataRequestVerdict {
  readonly id: string;
  readonly mark: string;
  readonly at: string;
  readonly reason: string;
  readonly by: { readonly name: string; readonly role: string };
}

/**
 * Days for an answer. The practice is fifteen working days; as long as there is no calendar of holidays they are counted as
 * calendar days, which is the stricter reading.
 */
const DAYS_TO_ANSWER = 15;

/** The last day (YYYY-MM-DD in Shanghai) on which a request made at a moment may be answered. */
export function deadlineOf(submittedAt: Date): string {
  return businessDate(new Date(submittedAt.getTime() + DAYS_TO_ANSWER * 86_400_000));
}

/**
 * A proposal with its numbers in canonical form; it is checked as the record itself would be.
 * @throws Refusal of `checkedPerson`
 */
export function checkedProposal(of: Person, proposal: Proposal, today: string): Proposal {
  const draft = { ...proposal, sex: proposal.sex as Sex | undefined, name: proposal.name ?? of.name };
  const { person, numbers } = checkedPerson({ ...draft, kind: of.kind }, today);
  const told = { ...proposal, name: proposal.name === undefined ? undefined : person.name, ...numbers };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/**
 * Throws while a request of the same kind waits: two answers could contradict each other.
 * @throws Refusal REQUEST_WAITS
 */
export function assertNoneWaits(requests: readonly DataRequest[], kind: DataRequestKind): void {
  const waiting = requests.find((each) => each.kind === kind && each.state === 'SUBMITTED');
  if (waiting !== undefined) throw new Refusal('REQUEST_WAITS', { deadline: waiting.deadline });
}

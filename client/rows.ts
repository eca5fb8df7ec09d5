import {
  type ChangesQuery,
  type EvidenceRole,
  type FieldItemInput,
  type RecordType,
  type RejectionReason,
} from './generated/operations';

/** What is made in the field, as the input of a batch names it: `case`, `visit`, `residentUpdate`, … */
export type KindOfWork = Exclude<keyof FieldItemInput, 'id' | 'after'>;

/** Where an item stands on this device. */
export type ItemState = 'WAITING' | 'SENDING' | 'TAKEN' | 'CONFLICT' | 'REFUSED' | 'GIVEN_UP';

/** Why something was refused, or what went wrong last: a code that never changes, and a sentence for people. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | undefined;
}

/** What the server made of an item. */
export interface Answer {
  readonly record?: { readonly type: RecordType; readonly id: string } | undefined;
  /** The version that stands now: what the next edit is based on. */
  readonly version?: number | undefined;
  /** Id of the conflict, where it became one. */
  readonly conflict?: string | undefined;
}

/** One entry of the queue. */
export interface ItemRow {
  /** UUID version 7: what was entered first sorts first. */
  readonly id: string;
  readonly kind: KindOfWork;
  /** What was entered, without files; dropped once the server has it. */
  readonly input?: object | undefined;
  /** Earlier items of this device that change the same records, which were not answered yet or lie after the version seen. */
  readonly after: readonly string[];
  /** Ids that this item brings into the world. */
  readonly makes: readonly string[];
  /** All ids that it mentions: those that others make are what it needs. */
  readonly mentions: readonly string[];
  /** The records it changes, as `TYPE:id`. */
  readonly edits: readonly string[];
  /** Records that remember the changes made to them, and under which id they remember this one. */
  readonly chain: readonly { readonly record: string; readonly id: string }[];
  readonly state: ItemState;
  /** Counts how often its user mended it: an answer to an earlier revision is none to this one. */
  readonly revision: number;
  /** Times it was sent since it was recorded, mended or tried again by hand. */
  readonly attempts: number;
  /** Whether it was sent and nobody knows what became of that: the server may have it. */
  readonly unanswered: boolean;
  /** Not before this time (milliseconds). */
  readonly notBefore: number;
  readonly troubles: readonly Trouble[];
  readonly answer?: Answer | undefined;
  readonly recordedAt: number;
  readonly settledAt?: number | undefined;
}

/** Where a file stands: its item is not taken yet, to be sent, sent, checked and good, checked and refused, given up. */
export type FileState = 'HELD' | 'WAITING' | 'ARRIVED' | 'VERIFIED' | 'REJECTED' | 'GIVEN_UP';

/** Kinds of records that have files. */
export type OwnerType = 'CASE' | 'VISIT' | 'LOG_ENTRY' | 'APPLICATION';

/** A file of an item; its bytes lie beside it, until the server has checked them. */
export interface FileRow {
  readonly id: string;
  /** The item that announces it. */
  readonly item: string;
  /** The part of a visit it belongs to, by the part's id. */
  readonly part?: string | undefined;
  /** The piece of its item it is of: an item of a checklist, the code of a material. */
  readonly about?: string | undefined;
  /** The record it belongs to. */
  readonly owner: { readonly type: OwnerType; readonly id: string };
  readonly role: EvidenceRole;
  readonly contentType: string;
  readonly size: number;
  /** SHA-256 in base64; not known until it was read. */
  readonly sha256?: string | undefined;
  /** Of a file that goes in parts. */
  readonly partHashes?: readonly string[] | undefined;
  readonly state: FileState;
  /** Bytes of it that are known to have arrived. */
  readonly sent: number;
  readonly attempts: number;
  readonly notBefore: number;
  readonly arrivedAt?: number | undefined;
  readonly reason?: RejectionReason | undefined;
  readonly trouble?: Trouble | undefined;
  /** The check that was known when it was sent again: a refusal with another time is a new one. */
  readonly oldCheck?: string | undefined;
  readonly settledAt?: number | undefined;
}

/** The bytes of a file. */
export interface BlobRow {
  readonly id: string;
  readonly blob: Blob;
}

/** A person's decision about a conflict, until the server has it. */
export interface ChoiceRow {
  /** Id of the conflict. */
  readonly id: string;
  /** Id of the decision, which makes it safe to repeat. */
  readonly request: string;
  readonly choice: 'MINE' | 'THEIRS';
  readonly seenVersion?: number | undefined;
}

/** A record as the API last told it: of what kind, in which areas, and the fields of its kind. */
export type Change = NonNullable<ChangesQuery['changes']>['changes'][number];

/** A record of the local copy, by `TYPE:id`. */
export interface CopyRow {
  readonly id: string;
  readonly change: Change;
}

/** Something to remember: the last id, the cursor of the copy. */
export interface MarkRow {
  readonly id: string;
  readonly value: string;
}

import { type Gate } from '../../data/commit';
import { Field, Int, ObjectType } from 'type-graphql';
import { type Author } from '../../shared/change';
import { type Refusal } from '../../shared/errors';

/** A request that an entry has taken in. */
export interface TakenPut {
  /** Fingerprint of whoever asked and of what they asked for. */
  readonly mark: string;
  /** Version that it made. */
  readonly version: number;
  /** Fingerprint of whoever asked and of the id they gave their request, where they gave one. */
  readonly key?: string | undefined;
}

/** What a caller inside the house says about a request that was made while there was no network. */
export interface PutBasis {
  /** Id of the request, made by the client. */
  readonly id: string;
  /** Ids of their earlier requests about the same entry that it was made on top of, before those were answered. */
  readonly after?: readonly string[] | undefined;
}

/** What every entry of the register carries beside its content. */
@ObjectType('RegisterEntry', { simpleResolvers: true })
export abstract class RegisterEntry {
  @Field(() => Int, {
    description: 'Version (版本号): grows by one with each change; pass it as `expectedVersion`.',
  })
  version: number;

  @Field(() => Date, { description: 'When it was last changed (最近修改时间), by the server’s clock.' })
  changedAt: string;

  @Field(() => String, { description: 'Name of the member of staff who changed it last (最近修改人).' })
  changedBy: string;

  /** Fingerprint of the request that wrote it, to tell a repeat from another change; begins with `import:` for imports. */
  mark: string;

  /** The last requests that it has taken in from persons, to know a repeat again after others have changed it. */
  requests?: readonly TakenPut[] | undefined;

  /** Who wrote this version, for their work log; absent where an import or an adjustment of grids did. */
  author?: Author | undefined;
}

/** An entry as a use case makes it, before it is stamped with version, time, author and mark. */
export type Draft<Entry extends RegisterEntry> = Omit<Entry, keyof RegisterEntry>;

/** On what a write depends. */
export interface WriteCondition {
  /** Version that must stand there; undefined when nothing may. */
  readonly expectedVersion: number | undefined;
  /** Code of the area that what stands there must lie in; undefined for imports, which have been authorised. */
  readonly within?: string | undefined;
  /** Standing of whoever writes. */
  readonly gate: Gate | undefined;
}

/** What became of a write: done, or what stands there instead. */
export type WriteOutcome<Entry> =
  { readonly done: true } | { readonly done: false; readonly standing: Entry | undefined };

/** A repository of entries, as far as writing needs it. */
export interface Keeper<Entry extends RegisterEntry> {
  put(entry: Entry, condition: WriteCondition): Promise<WriteOutcome<Entry>>;
  /** What stands under an id, strongly consistent; undefined where nothing does. */
  standing(id: string): Promise<Entry | undefined>;
  /** What stands where an entry would; undefined where nothing does. */
  beside(entry: Draft<Entry>): Promise<Entry | undefined>;
  /** Code of the grid or courtyard that an entry belongs to. */
  areaOf(entry: Draft<Entry>): string;
}

/** What a row of an import would come to. */
export type ImportCheck = 'NEW' | 'CHANGED' | 'UNCHANGED' | Refusal;

/** What became of one row of an import: written (or written before), or why it was refused. */
export type ImportResult = { readonly done: true } | { readonly done: false; readonly refusal: Refusal };

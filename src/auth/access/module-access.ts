import { type Action } from '../permissions';

/** What each operation needs: the action that one of the caller's roles must be able to be granted. */
type OperationAccess = Readonly<Record<string, Action>>;

/** The operations of one module, with what they need. */
export interface ModuleAccess {
  readonly Query?: OperationAccess;
  /** Those of its queries that read no record: for them not even the caller's standing is looked up. */
  readonly recordless?: readonly string[];
  /** Those that an account may ask for while it is bound to nobody. */
  readonly unbound?: readonly string[];
  readonly Mutation?: OperationAccess;
  readonly Subscription?: OperationAccess;
}

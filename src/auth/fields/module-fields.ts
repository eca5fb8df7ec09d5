import { type Action } from '../permissions';

/** By which action objects of a type are guarded, and which of its fields whoever may see the object sees. */
export interface TypeAccess {
  readonly guard: Action;
  readonly fields: readonly string[];
}

/** The types of one module. */
export type ModuleFields = Readonly<Record<string, TypeAccess>>;

import { type DocumentNode } from 'graphql';
import { type Live } from '../../../src/auth/request';
import { type CaseState } from '../../../src/modules/cases/case.machine';
import { type World } from '../world';

/** One operation of the matrix: what it asks of an area or of a case that stands in a certain way. */
export interface MatrixRow {
  readonly field: string;
  readonly document: DocumentNode;
  /** State of the case it is tried on; without one it is tried on an area. */
  readonly state?: CaseState;
  /** For a subscription: the moment at which it is opened. */
  readonly live?: Live;
  readonly variables: (world: World, caseId: string) => object | Promise<object>;
}

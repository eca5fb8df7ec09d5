import { type DocumentNode } from 'graphql';
import { type Actor } from '../../../src/auth/actor';
import { type Live } from '../../../src/auth/request';
import { type CaseState } from '../../../src/modules/cases/case.machine';
import { type World } from '../world';

/** One operation of the matrix: what it asks of an area or of a case that stands in a certain way. */
export interface MatrixRow {
  readonly field: string;
  readonly document: DocumentNode;
  /** State of the case it is tried on; without one it is tried on an area. */
  readonly state?: CaseState;
  /** Category of that case, where it is not any other matter. */
  readonly category?: string;
  /** For a subscription: the moment at which it is opened. */
  readonly live?: Live;
  /** Stores what it is tried on in the world, where that is no case, as the caller's own where it must be; gives its id. */
  readonly arrange?: (world: World, caller: Pick<Actor, 'id' | 'name'>) => Promise<string>;
  /**
   * What somebody is answered who holds every post, where that is not enough: a file is sent only by whoever announced it.
   */
  readonly answer?: string;
  readonly variables: (world: World, id: string) => object | Promise<object>;
}

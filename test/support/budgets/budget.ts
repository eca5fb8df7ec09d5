import { type DocumentNode } from 'graphql';
import { type Actor, type Role } from '../../../src/auth/actor';
import { type World } from '../world';

/** What a screen may cost, and how to set it up. */
export interface Budget {
  /** Sequential round trips to DynamoDB. */
  readonly trips: number;
  /**
   * Read units (eventually consistent reads cost half) and write units, as DynamoDB accounts them. What reads anything also
   * reads the caller's standing, in the same round trip: that unit is {@link STANDING_READS} and comes on top.
   */
  readonly reads: number;
  readonly writes?: number;
  readonly as: Role;
  readonly document: DocumentNode;
  /** Who asks, where that is more than a role. */
  readonly caller?: (world: World) => Promise<Actor>;
  /** Prepares what the operation needs and gives its variables. */
  readonly arrange?: (world: World, caller: Actor) => Promise<object> | object;
}

/** Read units of looking up whether the caller's token still stands. */
export const STANDING_READS = 1;

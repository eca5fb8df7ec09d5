import { leftOut } from './left-out';

/** DynamoDB's client makes one in any case, and asks it only where endpoints are to be discovered: no door does that. */
export class EndpointCache {
  readonly get = leftOut;
  readonly getEndpoint = leftOut;
  readonly set = leftOut;
}

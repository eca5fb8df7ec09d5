import { LaptopProblem } from './problem';
import { say } from './say';

/** The six ports of a laptop, in a row from its first; `WANGGE_PORT` moves them all. */
export interface Ports {
  readonly http: number;
  readonly socket: number;
  /** Where Lambda functions are invoked by name, as the AWS SDK does. */
  readonly lambda: number;
  readonly dynamodb: number;
  readonly s3: number;
  /** Issuer of the tokens, and the query editor. */
  readonly issuer: number;
}

/** The ports from `first` on. */
export function portsFrom(first: number): Ports {
  return {
    http: first,
    socket: first + 1,
    lambda: first + 2,
    dynamodb: first + 3,
    s3: first + 4,
    issuer: first + 5,
  };
}

/** The first port as `WANGGE_PORT` says, 4000 by default; throws a {@link LaptopProblem} when that is no port. */
export function firstPort(text = process.env.WANGGE_PORT): number {
  if (text === undefined || text === '') return 4000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_530) return port;
  throw new LaptopProblem(
    say(
      `WANGGE_PORT is "${text}". It must be a whole number from 1024 to 65530.`,
      `WANGGE_PORT 为“${text}”,必须是 1024 到 65530 之间的整数。`,
    ),
  );
}

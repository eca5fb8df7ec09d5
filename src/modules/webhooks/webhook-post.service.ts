import { lookup } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request } from 'node:https';
import { isPublicAddress } from '../../shared/public-address';
import { type Attempt, attemptOf } from './delivery.rules';
import { hookUrl } from './webhook.rules';

/** How long a receiver has, from looking up its name to its status, in ms. */
const PATIENCE_MS = 5_000;

/** What is sent. */
export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a message; never rejects. */
export type Post = (message: Message) => Promise<Attempt>;

/** That a name leads to where nothing may be sent. */
class AddressRefused extends Error {}

/**
 * Posts a message and takes the status of the answer, nothing else of it: no body is read, no redirect followed, no connection
 * kept. The name is looked up once, each of its addresses must be one of the public internet, and the connection goes to one
 * that was looked at, so that a name cannot lead elsewhere in between. Only where `loopback` is allowed it goes to this machine.
 */
export function openPost(loopback: boolean, patience = PATIENCE_MS, lookUp: typeof lookup = lookup): Post {
  return ({ url, headers, body }) =>
    new Promise((resolve) => {
      // What was allowed when it was added may not be here, or not any more.
      if (hookUrl(url, loopback) === undefined) {
        resolve({ failure: 'ADDRESS_REFUSED' });
        return;
      }
      const { signal, isOver } = patienceOf(patience);
      const isLoopback = url.startsWith('http:');
      const options: RequestOptions = {
        ...{ method: 'POST', signal, agent: false, maxHeaderSize: 8_192 },
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        ...(isLoopback ? {} : { lookup: publicLookup(lookUp) }),
      };
      const take = (answer: IncomingMessage) => {
        resolve(attemptOf(answer.statusCode ?? 0));
        answer.destroy();
      };
      const sent = isLoopback ? plainRequest(url, options, take) : request(url, options, take);
      sent.on('error', (error) => {
        if (error instanceof AddressRefused) resolve({ failure: 'ADDRESS_REFUSED' });
        else resolve({ failure: isOver() ? 'TIMEOUT' : 'UNREACHABLE' });
      });
      // Whoever closes without a word, or wants to speak another protocol, has not taken it.
      sent.on('close', () => {
        resolve({ failure: 'UNREACHABLE' });
      });
      sent.end(body);
    });
}

function patienceOf(milliseconds: number) {
  const signal = AbortSignal.timeout(milliseconds);
  return { signal, isOver: () => signal.aborted };
}

/** Looks a name up, and refuses it when any of its addresses is not one of the public internet. */
function publicLookup(lookUp: typeof lookup): NonNullable<RequestOptions['lookup']> {
  return (name, options, tell) => {
    lookUp(name, { all: true }, (error, addresses) => {
      if (error !== null) {
        tell(error, []);
        return;
      }
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        tell(new AddressRefused(name), []);
      else if (options.all === true) tell(null, addresses);
      else tell(null, first.address, first.family);
    });
  };
}

import { type Act } from './raw-socket';

/** A case of the protocol's document: what a client does, and what must come back; or by which close it ends. */
export interface ProtocolCase {
  readonly title: string;
  readonly acts: readonly Act[];
  /** What must come back, in order; a close adds its own last words. */
  readonly hears: readonly object[];
  readonly close?: number;
}

/** Tokens of somebody who works for the street of `AREA`. */
export interface Tokens {
  readonly good: string;
  readonly expired: string;
}

const AREA = '510108008';
const QUERY = 'subscription Board($area: ID!) { areaFeed(area: $area) { id } }';
const WATCH = { query: QUERY, variables: { area: AREA } };
const ACK = { type: 'connection_ack' };
const PONG = { type: 'pong' };
const say = (message: object | string): Act => ({ say: message });
const subscribe = (payload: unknown, id: unknown = '1') => ({ type: 'subscribe', id, payload });
const errorOf = (code: string, id = '1') => ({ type: 'error', id, payload: [{ extensions: { code } }] });
const init = (payload?: unknown) => ({
  type: 'connection_init',
  ...(payload === undefined ? {} : { payload }),
});

const one = (
  title: string,
  acts: readonly Act[],
  hears: readonly object[],
  close?: number,
): ProtocolCase => ({ ...{ title, acts, hears }, ...(close === undefined ? {} : { close }) });

/** All cases; those that need somebody known begin with an introduction and its acknowledgement. */
export function protocolCases(tokens: Tokens): readonly ProtocolCase[] {
  const hello = init({ authorization: `Bearer ${tokens.good}` });
  const known: ProtocolCase[] = [...subscribing(), ...watching(hello), ...keptAlive()].map((each) => ({
    ...each,
    title: `${each.title}, once acknowledged`,
    acts: [say(hello), { answers: 1 }, ...each.acts],
    hears: [ACK, ...each.hears],
  }));
  return [
    ...introductions(tokens, hello),
    ...keptAlive(),
    ...sizes(),
    ...beforeIntroduction(),
    ...nonsense(),
    ...known,
  ];
}

function introductions({ good, expired }: Tokens, hello: object): readonly ProtocolCase[] {
  const refused: readonly (readonly [string, unknown])[] = [
    ['without a payload', undefined],
    ['with an empty payload', {}],
    ['with a null payload', null],
    ['with a token that is none', { authorization: 'Bearer nobody' }],
    ['with an expired token', { authorization: `Bearer ${expired}` }],
    ['with a token without its scheme', { authorization: good }],
    ['with a token that is no text', { authorization: 7 }],
  ];
  const late: Act = { wait: 10_300 };
  return [
    one('acknowledges an introduction', [say(hello)], [ACK]),
    one('acknowledges one with other things in it', [say({ ...hello, more: 1 })], [ACK]),
    one('is patient for some seconds', [{ wait: 4_000 }, say(hello)], [ACK]),
    ...refused.map(([how, payload]) => one(`refuses an introduction ${how}`, [say(init(payload))], [], 4403)),
    ...['hello', 7, [], true].map((payload) =>
      one(`takes no ${JSON.stringify(payload)} for a payload`, [say(init(payload))], [], 4400),
    ),
    one('refuses a late introduction', [late, say(hello)], [], 4408),
    one('refuses a late one of nobody', [late, say(init())], [], 4408),
    one('refuses a late one after a ping', [say({ type: 'ping' }), late, say(hello)], [PONG], 4408),
    one('refuses a second introduction', [say(hello), { answers: 1 }, say(hello)], [ACK], 4429),
    one('refuses a second one of nobody', [say(hello), { answers: 1 }, say(init())], [ACK], 4429),
    one('refuses a second one that is late', [say(hello), { answers: 1 }, late, say(hello)], [ACK], 4429),
  ];
}

function keptAlive(): readonly ProtocolCase[] {
  return [
    one('answers a ping', [say({ type: 'ping' })], [PONG]),
    one('answers a ping with a payload', [say({ type: 'ping', payload: { at: 1 } })], [PONG]),
    one('answers a ping with a null payload', [say({ type: 'ping', payload: null })], [PONG]),
    one(
      'answers each of two pings',
      [say({ type: 'ping' }), { answers: 1 }, say({ type: 'ping' })],
      [PONG, PONG],
    ),
    one('takes a pong that nobody asked for', [say({ type: 'pong' })], []),
    one('takes a pong with a payload', [say({ type: 'pong', payload: { at: 1 } })], []),
    one('refuses a ping whose payload is a text', [say({ type: 'ping', payload: 'x' })], [], 4400),
    one('refuses a ping whose payload is a list', [say({ type: 'ping', payload: [] })], [], 4400),
    one('refuses a pong whose payload is a number', [say({ type: 'pong', payload: 1 })], [], 4400),
    one('takes a completion of what nobody watches', [say({ type: 'complete', id: 'x' })], []),
    one('refuses a completion of nothing', [say({ type: 'complete' })], [], 4400),
    one('refuses a completion of a number', [say({ type: 'complete', id: 1 })], [], 4400),
  ];
}

/** API Gateway takes no frame over 32 kB and no message over 128 kB; the door behind it sees whole messages only. */
function sizes(): readonly ProtocolCase[] {
  const pingOf = (bytes: number) => {
    const bare = JSON.stringify({ type: 'ping', payload: { x: '' } }).length;
    return say({ type: 'ping', payload: { x: 'x'.repeat(bytes - bare) } });
  };
  return [
    one('answers a message of more than one frame of the gateway', [pingOf(40_000)], [PONG]),
    one('answers the longest message that the gateway takes', [pingOf(128 * 1024)], [PONG]),
    one('refuses a longer one, which the gateway would', [pingOf(128 * 1024 + 1)], [], 4400),
  ];
}

function beforeIntroduction(): readonly ProtocolCase[] {
  return [
    one('refuses a subscription of nobody', [say(subscribe(WATCH))], [], 4401),
    one('refuses a query of nobody', [say(subscribe({ query: '{ me { id } }' }))], [], 4401),
  ];
}

function nonsense(): readonly ProtocolCase[] {
  const texts = ['', 'hello', 'null', '[]', '1', '"ping"', '{', '{}', '{"type":1}', '{"type":"hello"}'];
  const types = ['connection_ack', 'next', 'error', 'start', 'stop', 'connection_terminate', 'PING'];
  return [
    ...texts.map((text) => one(`does not take ${text || 'nothing'} for a message`, [say(text)], [], 4400)),
    ...types.map((type) =>
      one(`does not take ${type} from a client`, [say({ type, id: '1', payload: {} })], [], 4400),
    ),
  ];
}

function subscribing(): readonly ProtocolCase[] {
  const broken: readonly (readonly [string, object])[] = [
    ['without an id', { type: 'subscribe', payload: WATCH }],
    ['with an empty id', subscribe(WATCH, '')],
    ['with a number for an id', subscribe(WATCH, 1)],
    ['with a null id', subscribe(WATCH, null)],
    ['with an endless id', subscribe(WATCH, 'x'.repeat(101))],
    ['without a payload', { type: 'subscribe', id: '1' }],
    ['with a null payload', subscribe(null)],
    ['with a text for a payload', subscribe(QUERY)],
    ['without a query', subscribe({ variables: {} })],
    ['with a number for a query', subscribe({ query: 1 })],
    ['with a number for an operation', subscribe({ ...WATCH, operationName: 1 })],
    ['with a text for variables', subscribe({ ...WATCH, variables: 'x' })],
    ['with a list for variables', subscribe({ ...WATCH, variables: [] })],
    ['with a text for extensions', subscribe({ ...WATCH, extensions: 'x' })],
  ];
  const refused: readonly (readonly [string, string, object])[] = [
    ['a query', 'SUBSCRIPTION_EXPECTED', { query: '{ me { id } }' }],
    ['a mutation', 'SUBSCRIPTION_EXPECTED', { query: 'mutation { voidTokens { id } }' }],
    ['what cannot be read', 'SUBSCRIPTION_EXPECTED', { query: 'subscription {' }],
    ['an operation that is not there', 'SUBSCRIPTION_EXPECTED', { ...WATCH, operationName: 'Other' }],
    ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', { query: 'subscription { nothing }' }],
    ['a variable that is missing', 'BAD_USER_INPUT', { query: QUERY, variables: null }],
    ['an area of others', 'NOT_FOUND', { query: QUERY, variables: { area: '510108009' } }],
  ];
  return [
    ...broken.map(([how, message]) => one(`refuses a subscription ${how}`, [say(message)], [], 4400)),
    ...refused.map(([what, code, payload]) =>
      one(`answers ${what} with an error of its own`, [say(subscribe(payload))], [errorOf(code)]),
    ),
  ];
}

function watching(hello: object): readonly ProtocolCase[] {
  const watch = say(subscribe(WATCH));
  const settled: Act = { wait: 1_500 };
  const two = `${QUERY} query Me { me { id } }`;
  const refused = say(subscribe({ query: '{ me { id } }' }));
  return [
    one('takes a subscription in silence', [watch, settled], []),
    one(
      'takes null for what may be left out',
      [...[say(subscribe({ ...WATCH, operationName: null, extensions: null })), settled]],
      [],
    ),
    one(
      'runs the operation that is named',
      [...[say(subscribe({ ...WATCH, query: two, operationName: 'Board' })), settled]],
      [],
    ),
    one('takes two subscriptions of the same', [watch, say(subscribe(WATCH, '2')), settled], []),
    one('refuses a second subscription of the same id', [watch, { repeat: subscribe(WATCH) }], [], 4409),
    one(
      'lets an id be used again that is completed',
      [...[watch, settled, say({ type: 'complete', id: '1' }), settled, watch, settled]],
      [],
    ),
    one(
      'lets an id be used again that was refused',
      [refused, { answers: 2 }, watch, settled],
      [errorOf('SUBSCRIPTION_EXPECTED')],
    ),
    one(
      'takes a completion twice',
      [...[watch, settled, say({ type: 'complete', id: '1' }), say({ type: 'complete', id: '1' }), settled]],
      [],
    ),
    one('answers pings while something is watched', [watch, settled, say({ type: 'ping' })], [PONG]),
    one('ends all that is watched with the connection', [watch, settled, say(hello)], [], 4429),
  ];
}

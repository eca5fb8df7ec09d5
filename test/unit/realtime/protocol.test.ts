import fc from 'fast-check';
import { parseMessage } from '../../../src/realtime/protocol';

describe('the graphql-transport-ws protocol', () => {
  it.each([
    [{ type: 'connection_init' }, { type: 'connection_init', payload: {} }],
    [
      { type: 'connection_init', payload: { authorization: 'Bearer x' } },
      { type: 'connection_init', payload: { authorization: 'Bearer x' } },
    ],
    [{ type: 'ping', payload: { any: 1 } }, { type: 'ping' }],
    [{ type: 'pong' }, { type: 'pong' }],
    [
      {
        id: '1',
        type: 'subscribe',
        payload: { query: 'subscription { a }', variables: null, operationName: null },
      },
      { id: '1', type: 'subscribe', payload: { query: 'subscription { a }' } },
    ],
    [
      { id: '1', type: 'subscribe', payload: { query: 'q', operationName: 'A', variables: { b: 1 } } },
      { id: '1', type: 'subscribe', payload: { query: 'q', operationName: 'A', variables: { b: 1 } } },
    ],
    [
      { id: '1', type: 'complete' },
      { id: '1', type: 'complete' },
    ],
  ])('understands %j', (message, meaning) => {
    expect(parseMessage(JSON.stringify(message))).toEqual(meaning);
  });

  it.each([
    '',
    'hello',
    '[]',
    'null',
    '{"type":"next","id":"1","payload":{}}',
    '{"type":"subscribe","payload":{"query":"q"}}',
    '{"type":"subscribe","id":"","payload":{"query":"q"}}',
    '{"type":"subscribe","id":1,"payload":{"query":"q"}}',
    '{"type":"subscribe","id":"1","payload":{}}',
    '{"type":"subscribe","id":"1","payload":{"query":"q","variables":[]}}',
    '{"type":"subscribe","id":"1","payload":{"query":"q","operationName":1}}',
    '{"type":"complete"}',
    `{"type":"complete","id":"${'x'.repeat(101)}"}`,
  ])('does not take %s for a message', (text) => {
    expect(parseMessage(text)).toBeUndefined();
  });

  it('never throws, whatever is said', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseMessage(text)).not.toThrow();
      }),
    );
  });
});

import { protocolCases } from '../support/protocol-cases';
import { fewAtOnce, type Heard, shakeHands, talk } from '../support/raw-socket';
import { laptop } from '../support/laptop';

const NOBODY = { good: '', expired: '' };

/** The document of `graphql-transport-ws`, said to the real door by a client that may say anything. */
describe('the protocol at the door', () => {
  let results: readonly Promise<Heard>[] = [];
  beforeAll(async () => {
    const good = await laptop().tokenFor('xu-wei');
    const expired = await laptop().tokenFor('xu-wei', { expired: true });
    const works = protocolCases({ good, expired }).map(
      ({ acts, hears, close }) =>
        () =>
          talk(acts, hears.length, close !== undefined),
    );
    results = fewAtOnce(works, 12);
    // Each failure is told by its own test.
    for (const result of results) result.catch(() => undefined);
  });

  it('is written down in more than fifty cases', () => {
    expect(protocolCases(NOBODY).length).toBeGreaterThan(50);
  });

  it.each(protocolCases(NOBODY).map(({ title, hears, close }, index) => ({ title, hears, close, index })))(
    '$title',
    async ({ hears, close, index }) => {
      const { messages, closed } = (await results[index]) ?? { messages: [], closed: 0 };
      expect(messages).toMatchObject([...hears, ...lastWords(close)]);
      // The laptop closes with no code, API Gateway with 1000; which it was is said before.
      expect(closed).toBe(close === undefined ? undefined : 1005);
    },
    45_000,
  );

  it.each([
    ['graphql-transport-ws', ['graphql-transport-ws']],
    ['graphql-transport-ws', ['graphql-transport-ws', 'graphql-ws']],
    [400, []],
    [400, ['graphql-ws']],
    [400, ['GRAPHQL-TRANSPORT-WS']],
  ] as const)('shakes hands with %s when offered %j', async (answer, offered) => {
    expect(await shakeHands(...offered)).toBe(answer);
  });
});

function lastWords(code: number | undefined): object[] {
  if (code === undefined) return [];
  const ping = { type: 'ping', payload: { close: { code, reason: expect.stringMatching(/^.{3,123}$/u) } } };
  return code === 4403 ? [ping, { type: 'error', payload: [{ extensions: { close: code } }] }] : [ping];
}

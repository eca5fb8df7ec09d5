import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { pointIn } from '../../local/seed/areas';
import { newId } from '../../src/shared/ids';
import { EscalateCaseDocument, LiveBoardDocument, ReportCaseDocument } from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

/** The ordinary client over the running WebSocket door, the table's stream and the door behind it. */
describe('the live board', () => {
  const clients: Client[] = [];
  const connect = async (person: string) => {
    const client = createClient({
      url: laptop().socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await laptop().tokenFor(person)}` },
      retryAttempts: 0,
      lazy: true,
    });
    clients.push(client);
    return client;
  };
  const watch = async (person: string, area: string) => {
    const client = await connect(person);
    const seen: { id: string; version: number; state: string }[] = [];
    const errors: unknown[] = [];
    client.subscribe<{ areaFeed: { case: { id: string; version: number; state: string } } }>(
      { query: print(LiveBoardDocument), variables: { area } },
      {
        next: ({ data }) => data && seen.push(data.areaFeed.case),
        error: (error) => errors.push(error),
        complete: () => undefined,
      },
    );
    return { seen, errors };
  };
  afterAll(async () => {
    for (const client of clients) await client.dispose();
  });

  it('shows a street each case of its grids as it is reported and moved, and to nobody else', async () => {
    const street = await watch('xu-wei', '510108008');
    const elsewhere = await watch('zhao-min', '510108008003002');
    const refused = await watch('wang-fang', '510108008');
    await eventually(() => Promise.resolve(refused.errors[0]));
    expect(refused.errors[0]).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    // What was asked is kept once the door has answered; the last of the three has.
    await new Promise((resolve) => setTimeout(resolve, 1_000));

    const worker = await laptop().clientOf('wang-fang');
    const id = newId();
    await worker.request(ReportCaseDocument, {
      input: { id, category: 'OTHER', text: '实时看板测试', place: { point: pointIn(1) }, evidence: [] },
    });
    const versions = (version: number) =>
      eventually(() =>
        Promise.resolve(street.seen.find((each) => each.id === id && each.version === version)),
      );
    expect(await versions(1)).toMatchObject({ state: 'REPORTED' });
    await worker.request(EscalateCaseDocument, { input: { id: newId(), caseId: id, text: '请社区处理' } });
    expect(await versions(2)).toMatchObject({ state: 'REPORTED' });
    // Of others it may see that a limit was over.
    expect(elsewhere.seen.filter((each) => each.id === id)).toEqual([]);
  }, 30_000);

  it('closes on a caller whom nobody knows, says why, and the client does not come again and again', async () => {
    const pings: unknown[] = [];
    let connections = 0;
    const client = createClient({
      on: {
        opened: () => (connections += 1),
        ping: (_received, payload) => pings.push(payload),
      },
      url: laptop().socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'Bearer nobody' },
      retryWait: () => Promise.resolve(),
    });
    clients.push(client);
    const ended = await new Promise((resolve) => {
      client.subscribe(
        { query: print(LiveBoardDocument), variables: { area: '510108008' } },
        {
          next: () => undefined,
          error: resolve,
          complete: () => {
            resolve('completed');
          },
        },
      );
    });
    // The client takes an error before its acknowledgement for the end (ADR 29).
    expect(String(ended)).toContain('error');
    expect(pings).toEqual([{ close: { code: 4403, reason: 'Forbidden' } }]);
    expect(connections).toBe(1);
  });
});

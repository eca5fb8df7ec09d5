import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { openTable } from '../../../src/data/table';

describe('a table that does not answer', () => {
  let server: Server;
  const asked: number[] = [];
  beforeAll(async () => {
    server = createServer(() => {
      asked.push(Date.now());
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    // Where a deployed table is found, without an endpoint that says it is a laptop's.
    process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
    server.closeAllConnections();
    server.close();
  });

  it('is asked again after three seconds, and given up after four times', async () => {
    const { client, name } = openTable({ name: 'silent' });
    const answer = client.send(new GetCommand({ TableName: name, Key: { pk: 'a', sk: 'a' } }));
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(asked).toHaveLength(4);
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(2_900);
    expect(asked[3]! - asked[0]!).toBeLessThan(20_000);
  }, 40_000);
});

import { GraphQLClient } from 'graphql-request';
import { portsFrom } from '../../local/ports';

/** The laptop with the embedded stores, or the one on stores of its own: its files are in a real S3 store. */
export function laptop(files: 'embedded' | 'real S3' = 'embedded') {
  const { WANGGE_TEST_LAPTOP, WANGGE_TEST_REAL_S3_LAPTOP } = process.env;
  return laptopOn(Number(files === 'embedded' ? WANGGE_TEST_LAPTOP : WANGGE_TEST_REAL_S3_LAPTOP));
}

/** The laptop whose first port this is. */
export function laptopOn(port: number) {
  const ports = portsFrom(port);
  const issuerUrl = `http://localhost:${ports.issuer}`;
  const apiUrl = `http://localhost:${ports.http}/graphql`;

  /** A token of the laptop's issuer for a seeded person, for an hour or so many seconds; `expired` gives one of an hour ago. */
  const tokenFor = async (person: string, { expired = false, seconds = 3600 } = {}): Promise<string> => {
    const body = JSON.stringify({ person, seconds: expired ? -3600 : seconds });
    const answer = await fetch(`${issuerUrl}/token`, { method: 'POST', body });
    const { token } = (await answer.json()) as { token: string };
    return token;
  };
  return {
    port,
    apiUrl,
    socketUrl: `ws://localhost:${ports.socket}`,
    editorUrl: `${issuerUrl}/`,
    issuerUrl,
    tokenFor,
    /** An ordinary GraphQL client that acts as a seeded person. */
    clientOf: async (person: string) =>
      new GraphQLClient(apiUrl, { headers: { authorization: `Bearer ${await tokenFor(person)}` } }),
  };
}

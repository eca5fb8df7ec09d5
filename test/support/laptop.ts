import { portsFrom } from '../../local/ports';

/** The laptop that was started for the e2e tests. */
export function laptop() {
  const ports = portsFrom(Number(process.env.WANGGE_TEST_LAPTOP));
  const issuerUrl = `http://localhost:${ports.issuer}`;
  return {
    apiUrl: `http://localhost:${ports.http}/graphql`,
    socketUrl: `ws://localhost:${ports.socket}`,
    editorUrl: `${issuerUrl}/`,
    issuerUrl,
    lambdaUrl: `http://localhost:${ports.lambda}`,
    /** A token of the laptop's issuer for a seeded person; `expired` gives one of an hour ago. */
    tokenFor: async (person: string, { expired = false } = {}): Promise<string> => {
      const body = JSON.stringify({ person, ...(expired ? { seconds: -3600 } : {}) });
      const answer = await fetch(`${issuerUrl}/token`, { method: 'POST', body });
      const { token } = (await answer.json()) as { token: string };
      return token;
    },
  };
}

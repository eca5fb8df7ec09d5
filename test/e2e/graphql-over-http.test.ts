import { serverAudits } from 'graphql-http';
import { laptop } from '../support/laptop';

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => laptop().apiUrl,
    fetchFn: async (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await laptop().tokenFor('xu-wei')}`);
      // What a browser's form cannot send: it keeps the protection against cross-site requests on.
      headers.set('apollo-require-preflight', 'true');
      return fetch(url, { ...init, headers });
    },
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
  });
});

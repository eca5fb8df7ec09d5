import { newId } from '../../src/shared/ids';
import { person } from '../../local/seed/people';
import { laptop } from '../support/laptop';

interface Answer {
  readonly status: number;
  readonly codes: readonly string[];
  readonly text: string;
}

/** Everything a client can do wrong in form, against the running HTTP door: a clear error each, never a crash. */
describe('bad input', () => {
  const post = async (body: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await fetch(laptop().apiUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${await laptop().tokenFor('wang-fang')}`,
        ...headers,
      },
      body,
    });
    const text = await answer.text();
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return { status: answer.status, codes: errors.map(({ extensions }) => extensions?.code ?? 'none'), text };
  };
  const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    post(JSON.stringify({ query, variables }), headers);

  const tampered = async () => {
    const [header, , signature] = (await laptop().tokenFor('wang-fang')).split('.');
    const claims = {
      sub: person('tang-hua').id,
      iss: laptop().issuerUrl,
      aud: 'wangge-api',
      exp: 9_999_999_999,
    };
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };
  const unsigned = () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      sub: person('tang-hua').id,
      iss: laptop().issuerUrl,
      aud: 'wangge-api',
      exp: 9_999_999_999,
    };
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  };
  const REPORT =
    'mutation ($input: ReportCaseInput!) { reportCase(input: $input) { case { id } userErrors { code } } }';

  it.each<[string, number, string, () => Promise<Answer>]>([
    ['malformed JSON', 400, 'BAD_REQUEST', () => post('{"query": ')],
    ['half a character', 400, 'BAD_REQUEST', () => post(String.raw`{"query":"{ me { id } } # \ud83d"}`)],
    ['an empty body', 400, 'BAD_REQUEST', () => post('{}')],
    ['a batch', 400, 'BAD_REQUEST', () => post('[{"query":"{me{id}}"}]')],
    ['a syntax error', 200, 'GRAPHQL_PARSE_FAILED', () => ask('{ me { ')],
    ['an unknown field', 200, 'GRAPHQL_VALIDATION_FAILED', () => ask('{ me { password } }')],
    ['a variable of the wrong type', 200, 'BAD_USER_INPUT', () => ask(REPORT, { input: { id: 5 } })],
    [
      'a page of a million rows',
      200,
      'BAD_USER_INPUT',
      () => ask('{ inbox(first: 101) { pageInfo { hasNextPage } } }'),
    ],
    [
      'a body of 10 MB',
      413,
      'REQUEST_TOO_LARGE',
      () => ask('{ me { id } }', { junk: 'x'.repeat(10_000_000) }),
    ],
    [
      'a document 40 levels deep',
      200,
      'GRAPHQL_VALIDATION_FAILED',
      () => ask(`{ area(code: "510108") { ${'children { '.repeat(40)} id ${'}'.repeat(40)} } }`),
    ],
    [
      'two hundred aliases',
      200,
      'GRAPHQL_VALIDATION_FAILED',
      () => ask(`{ ${Array.from({ length: 200 }, (_, i) => `a${i}: __typename`).join(' ')} }`),
    ],
    [
      'a hundred directives',
      200,
      'GRAPHQL_VALIDATION_FAILED',
      () => ask(`{ me { id ${'@include(if: true) '.repeat(100)} } }`),
    ],
    ['ten thousand tokens', 200, 'GRAPHQL_PARSE_FAILED', () => ask(`{ me { ${'id '.repeat(10_000)} } }`)],
    [
      'a fragment that spreads itself',
      200,
      'GRAPHQL_VALIDATION_FAILED',
      () => ask('{ ...A } fragment A on Query { ...A }'),
    ],
    [
      'an operation that costs too much',
      400,
      'OPERATION_TOO_COSTLY',
      () => ask(`{ area(code: "510108") { ${'children { '.repeat(6)} id ${'}'.repeat(6)} } }`),
    ],
    [
      'an unknown case',
      200,
      'NOT_FOUND',
      () => ask('query ($id: ID!) { case(id: $id) { id } }', { id: newId() }),
    ],
    [
      'the grid of a foreign district',
      200,
      'NOT_FOUND',
      () => ask('{ area(code: "110101001001001") { id } }'),
    ],
    ['no token', 401, 'UNAUTHENTICATED', () => ask('{ me { id } }', {}, { authorization: '' })],
    [
      'a token that is none',
      401,
      'UNAUTHENTICATED',
      () => ask('{ me { id } }', {}, { authorization: 'Bearer x' }),
    ],
    [
      'another scheme than Bearer',
      401,
      'UNAUTHENTICATED',
      () => ask('{ me { id } }', {}, { authorization: 'Basic eDp5' }),
    ],
    [
      'a forged token',
      401,
      'UNAUTHENTICATED',
      async () => ask('{ me { id } }', {}, { authorization: `Bearer ${await tampered()}` }),
    ],
    [
      'an unsigned token (alg none)',
      401,
      'UNAUTHENTICATED',
      () => ask('{ me { id } }', {}, { authorization: `Bearer ${unsigned()}` }),
    ],
    [
      'an expired token',
      401,
      'UNAUTHENTICATED',
      async () =>
        ask(
          '{ me { id } }',
          {},
          { authorization: `Bearer ${await laptop().tokenFor('wang-fang', { expired: true })}` },
        ),
    ],
    ['an operation of another role', 403, 'FORBIDDEN', () => ask('{ departments(area: "510108") { code } }')],
  ])('%s is answered %i %s', async (_what, status, code, send) => {
    const answer = await send();
    expect({ status: answer.status, codes: answer.codes }).toEqual({
      status,
      codes: expect.arrayContaining([code]),
    });
    expect(answer.text).not.toMatch(/INTERNAL_SERVER_ERROR|node_modules|\bat .*:\d+:\d+/);
  });

  it('a foreign grid is refused in words, and nothing is written', async () => {
    const id = newId();
    const input = { id, category: 'OTHER', text: '某事', place: { area: '510108008004001' } };
    const answer = await ask(REPORT, { input });
    expect(JSON.parse(answer.text)).toMatchObject({
      data: { reportCase: { case: null, userErrors: [{ code: 'OUT_OF_AREA' }] } },
    });
    const after = await ask('query ($id: ID!) { case(id: $id) { id } }', { id });
    expect(after.codes).toEqual(['NOT_FOUND']);
  });

  it('a cross-site form cannot reach a mutation', async () => {
    const answer = await fetch(laptop().apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(answer.status).toBe(400);
  });

  it('every answer carries the id that the log lines of its request carry', async () => {
    const body = JSON.stringify({ query: '{ me { id } }' });
    const headers = { 'content-type': 'application/json' };
    const answers = await Promise.all(
      [1, 2].map(() => fetch(laptop().apiUrl, { method: 'POST', headers, body })),
    );
    const ids = answers.map((answer) => answer.headers.get('x-request-id'));
    for (const id of ids) expect(id).toMatch(/^[\w-]{8,}$/);
    expect(new Set(ids).size).toBe(2);
  });

  it('the door still answers after all of this', async () => {
    const { status, text } = await ask('{ me { name } }');
    expect({ status, name: (JSON.parse(text) as { data: { me: { name: string } } }).data.me.name }).toEqual({
      status: 200,
      name: '王芳',
    });
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const guide = readFileSync(join(__dirname, '../../../docs/webhooks.md'), 'utf8');
const [, code = ''] = /```js\n([^`]*(?:`[^`]+`[^`]*)*?)\n```/.exec(guide) ?? [];

/** The vector that the libraries of Standard Webhooks publish. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  body: '{"test": 2432232314}',
  now: 1_614_265_330,
};

/** What the code of the guide says to messages. */
function saidTo(messages: readonly (typeof VECTOR)[]): unknown {
  const asked = `console.log(JSON.stringify(${JSON.stringify(messages)}
    .map(({ secret, headers, body, now }) => isOurs(secret, headers, body, now))))`;
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', `${code}\n${asked}`]);
  return JSON.parse(text.toString());
}

describe('what the guide tells a bridge’s author to do', () => {
  it('takes what is ours, also while a secret is rolled, and nothing that was changed, is old or lacks something', () => {
    const { headers } = VECTOR;
    const signature = headers['webhook-signature'];
    const withHeaders = (more: object) => ({ ...VECTOR, headers: { ...headers, ...more } });
    expect(
      saidTo([
        VECTOR,
        withHeaders({ 'webhook-signature': `v1,AAAA ${signature}` }),
        { ...VECTOR, now: VECTOR.now + 300 },
        { ...VECTOR, now: VECTOR.now + 301 },
        { ...VECTOR, body: '{"test": 2432232315}' },
        withHeaders({ 'webhook-id': 'msg_other' }),
        withHeaders({ 'webhook-timestamp': '1614265331' }),
        withHeaders({ 'webhook-timestamp': 'now' }),
        withHeaders({ 'webhook-signature': '' }),
        { ...VECTOR, secret: 'whsec_AAAA' },
      ]),
    ).toEqual([true, true, true, false, false, false, false, false, false, false]);
  });
});

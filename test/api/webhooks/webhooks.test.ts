import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createWholeServices } from '../../../src/app/backstage';
import { newId } from '../../../src/shared/ids';
import { AddWebhookDocument, WebhooksDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeMemoryWorld } from '../../support/memory-world';
import {
  addWebhook,
  changeWebhook,
  removeWebhook,
  rollSecret,
  webhookInput,
  webhooksOf,
} from '../../support/webhooks';
import { makeWorld } from '../../support/world';

const MINUTE = 60_000;

/** A district, who administers it, and its staff. */
async function makeGround() {
  const { world, table } = await makeMemoryWorld();
  return { world, table, admin: world.actor('ADMINISTRATOR'), staff: world.actor('DISTRICT_STAFF') };
}

describe('a district’s webhooks', () => {
  it('are added, changed and taken away by its administrator and its own staff', async () => {
    const { world, admin, staff } = await makeGround();
    expect(await webhooksOf(world, admin)).toEqual([]);
    const input = webhookInput(world);
    const { webhook, secret, userErrors } = await addWebhook(world, admin, input);
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^whsec_/);
    expect(webhook).toMatchObject({ id: input.id, url: input.url, kinds: input.kinds, isOn: true });

    const moved = { url: 'https://other.district.example.com/', kinds: ['OVER', 'OVER', 'NEAR'] as const };
    await changeWebhook(world, staff, input.id, { ...moved, kinds: [...moved.kinds] });
    await changeWebhook(world, admin, input.id, { isOn: false });
    expect(await webhooksOf(world, staff)).toMatchObject([
      { id: input.id, url: moved.url, kinds: ['OVER', 'NEAR'], isOn: false, deliveries: [] },
    ]);

    const removal = newId();
    for (let time = 0; time < 2; time += 1) {
      const removed = await removeWebhook(world, staff, input.id, removal);
      expect(removed).toMatchObject({ webhook: null, userErrors: [] });
    }
    expect(await webhooksOf(world, staff)).toEqual([]);
    const [error] = (await removeWebhook(world, staff, input.id)).userErrors;
    expect(error).toMatchObject({ code: 'NOT_FOUND', path: ['webhook'] });
  });

  it('are another district’s matter nowhere else: not to be seen, added to or changed', async () => {
    const { world, admin } = await makeGround();
    const { webhook } = await addWebhook(world, admin);
    const stranger = world.actor('ADMINISTRATOR', '110101');
    const { data, errors } = await run(world, stranger, WebhooksDocument, { district: world.district });
    expect([data.webhooks, errors.map(({ extensions }) => extensions?.code)]).toEqual([null, ['NOT_FOUND']]);
    const added = await addWebhook(world, stranger, webhookInput(world));
    expect(added.userErrors).toMatchObject([{ code: 'OUT_OF_AREA', path: ['district'] }]);
    const rolled = await rollSecret(world, stranger, webhook!.id);
    expect(rolled).toMatchObject({ secret: null, userErrors: [{ code: 'OUT_OF_AREA' }] });
    expect(await webhooksOf(world, admin)).toHaveLength(1);
  });

  it('are five at most, also when many are added at once', async () => {
    const { world, admin } = await makeGround();
    for (let count = 0; count < 3; count += 1) await addWebhook(world, admin, webhookInput(world));
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => addWebhook(world, admin, webhookInput(world))),
    );
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused.map(({ code }) => code)).toEqual(['WEBHOOKS_FULL', 'WEBHOOKS_FULL']);
    expect(await webhooksOf(world, admin)).toHaveLength(5);
  });

  it.each([
    ['WEBHOOK_URL_UNFIT', { url: 'http://bridge.district.example.com/' }],
    ['WEBHOOK_URL_UNFIT', { url: 'https://169.254.169.254/latest/meta-data' }],
    ['WEBHOOK_URL_UNFIT', { url: 'http://127.0.0.1:8080/' }],
    ['WEBHOOK_KINDS_NEEDED', { kinds: [] }],
    ['ID_INVALID', { id: 'one' }],
  ])('are refused with %s for %j', async (code, wrong) => {
    const { world, admin } = await makeGround();
    const answer = await addWebhook(world, admin, webhookInput(world, wrong));
    expect(answer).toMatchObject({ webhook: null, secret: null, userErrors: [{ code }] });
    expect(await webhooksOf(world, admin)).toEqual([]);
  });

  it('may be of this very machine where a laptop’s settings say so', async () => {
    const { world, admin } = await makeGround();
    const services = createWholeServices({ ...world.foundation, loopbackWebhooks: true }, world.standings);
    const url = 'http://127.0.0.1:8787/hook';
    const { webhook } = await addWebhook({ ...world, services }, admin, webhookInput(world, { url }));
    expect(webhook?.url).toBe(url);
  });
});

describe('a request about a webhook', () => {
  it('may be repeated: it is done once, and tells its secret again within ten minutes only', async () => {
    const { world, admin, staff } = await makeGround();
    const input = webhookInput(world);
    const first = await addWebhook(world, admin, input);
    world.clock.advance(9 * MINUTE);
    expect(await addWebhook(world, admin, input)).toEqual(first);
    world.clock.advance(2 * MINUTE);
    expect(await addWebhook(world, admin, input)).toEqual({ ...first, secret: null });
    // Nobody else gets it by the same id, nor anybody by other content.
    for (const [who, what] of [
      [staff, input],
      [admin, { ...input, isOn: false }],
    ] as const) {
      const [error] = (await addWebhook(world, who, what)).userErrors;
      expect(error?.code).toBe('CONFLICT');
    }
    const roll = newId();
    const rolled = await rollSecret(world, admin, input.id, roll);
    expect(rolled.secret).not.toBe(first.secret);
    expect(await rollSecret(world, admin, input.id, roll)).toEqual(rolled);
    expect(await webhooksOf(world, admin)).toHaveLength(1);
  });

  it('that comes again late undoes nothing that was done since', async () => {
    const { world, admin, staff } = await makeGround();
    const { webhook } = await addWebhook(world, admin);
    const change = { id: newId(), isOn: false };
    await changeWebhook(world, admin, webhook!.id, change);
    await changeWebhook(world, staff, webhook!.id, { isOn: true });
    expect((await changeWebhook(world, admin, webhook!.id, change)).webhook?.isOn).toBe(true);
  });

  it('does not lose another that comes at the same time', async () => {
    const { world, admin, staff } = await makeGround();
    const { webhook } = await addWebhook(world, admin);
    const url = 'https://other.district.example.com/';
    await Promise.all([
      changeWebhook(world, admin, webhook!.id, { url }),
      changeWebhook(world, staff, webhook!.id, { kinds: ['OVER'] }),
      rollSecret(world, admin, webhook!.id),
      addWebhook(world, staff, webhookInput(world)),
    ]);
    const [one, ...more] = await webhooksOf(world, admin);
    expect(one).toMatchObject({ url, kinds: ['OVER'], rollingUntil: '2026-05-13T02:30:00.000Z' });
    expect(more).toHaveLength(1);
  });
});

describe('a secret', () => {
  it('lies sealed in the table, and no answer but that to its maker tells it', async () => {
    const world = await makeWorld();
    const admin = world.actor('ADMINISTRATOR');
    const { secret } = await addWebhook(world, admin);
    const key = { pk: `WEBHOOKS#${world.district}`, sk: 'WEBHOOKS' };
    const { table } = world.foundation;
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key }));
    const text = JSON.stringify(Item);
    const bytes = Buffer.from(secret!.slice('whsec_'.length), 'base64');
    expect(text).toContain('bridge.district.example.com');
    for (const form of ['base64', 'base64url', 'hex'] as const)
      expect(text).not.toContain(bytes.toString(form));
    expect(JSON.stringify(await webhooksOf(world, admin))).not.toContain('whsec_');
    const { errors } = await run(world, world.actor('STREET_STAFF'), AddWebhookDocument, {
      input: webhookInput(world),
    });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});

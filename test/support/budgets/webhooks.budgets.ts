import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { addWebhook, noteMade, madeOf, webhookInput } from '../webhooks';
import { type World } from '../world';
import { type Budget } from './budget';

const move = async (world: World) => {
  const { webhook } = await addWebhook(world, world.actor('DISTRICT_STAFF'));
  return { input: { id: newId(), district: world.district, webhook: webhook?.id ?? '' } };
};

const changes = { trips: 2, reads: 1, writes: 4, as: 'ADMINISTRATOR' } as const;

/** A district's webhooks. */
export const WEBHOOKS_BUDGETS: Readonly<Record<string, Budget>> = {
  Webhooks: {
    // As many as a district can have, with twenty deliveries each: they, then a Query for each of them.
    ...{ trips: 2, reads: 12, as: 'ADMINISTRATOR', document: operations.WebhooksDocument },
    arrange: async (world) => {
      for (let count = 0; count < 5; count += 1)
        await addWebhook(world, world.actor('DISTRICT_STAFF'), webhookInput(world));
      const numbers = Array.from({ length: 25 }, (_, number) => number);
      await noteMade(
        world,
        numbers.map((number) => madeOf(world, number)),
      );
      return {};
    },
  },
  AddWebhook: {
    ...{ ...changes, document: operations.AddWebhookDocument },
    arrange: (world) => ({ input: webhookInput(world) }),
  },
  ChangeWebhook: { ...changes, document: operations.ChangeWebhookDocument, arrange: move },
  RemoveWebhook: { ...changes, document: operations.RemoveWebhookDocument, arrange: move },
  RollWebhookSecret: { ...changes, document: operations.RollWebhookSecretDocument, arrange: move },
};

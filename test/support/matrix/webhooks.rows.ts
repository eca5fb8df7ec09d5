import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { addWebhook, webhookInput } from '../webhooks';
import { type World } from '../world';
import { type MatrixRow } from './row';

const added = async (world: World) => {
  const { webhook } = await addWebhook(world, world.actor('DISTRICT_STAFF'));
  return webhook?.id ?? '';
};

const move = ({ district }: World, webhook: string) => ({ input: { id: newId(), district, webhook } });

/** A district's webhooks. */
export const WEBHOOKS_ROWS: readonly MatrixRow[] = [
  { field: 'webhooks', document: operations.WebhooksDocument, variables: ({ district }) => ({ district }) },
  {
    field: 'addWebhook',
    document: operations.AddWebhookDocument,
    variables: (world) => ({ input: webhookInput(world) }),
  },
  { field: 'changeWebhook', document: operations.ChangeWebhookDocument, arrange: added, variables: move },
  { field: 'removeWebhook', document: operations.RemoveWebhookDocument, arrange: added, variables: move },
  {
    field: 'rollWebhookSecret',
    document: operations.RollWebhookSecretDocument,
    arrange: added,
    variables: move,
  },
];

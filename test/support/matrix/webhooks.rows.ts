import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { addWebhook, removeWebhook, webhookInput } from '../webhooks';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** A new one; where the district has nearly all that it can have, in place of its oldest. */
const added = async (world: World) => {
  const staff = world.actor('DISTRICT_STAFF');
  const [oldest, ...more] = await world.services.webhooks.list(staff);
  if (oldest !== undefined && more.length >= 3) await removeWebhook(world, staff, oldest.id);
  return (await addWebhook(world, staff)).webhook?.id ?? '';
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

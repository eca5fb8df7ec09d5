import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { addWebhook, webhookInput } from '../webhooks';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** One that there is, else a new one: a district has five at most, and what is tried is tried often. */
const added = async (world: World) => {
  const staff = world.actor('DISTRICT_STAFF');
  const [one] = await world.services.webhooks.list(staff);
  return one?.id ?? (await addWebhook(world, staff)).webhook?.id ?? '';
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

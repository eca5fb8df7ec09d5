import { type lookup } from 'node:dns';
import { isIPv6 } from 'node:net';
import { createWholeServices } from '../../src/app/backstage';
import { createWebhookDeliveries } from '../../src/app/webhooks';
import { type Actor } from '../../src/auth/actor';
import { type Round } from '../../src/modules/webhooks/webhook-delivery.service';
import { openPost } from '../../src/modules/webhooks/webhook-post.service';
import { type MemoryTable } from './memory-table';
import { makeMemoryWorld } from './memory-world';
import {
  addWebhook,
  changeWebhook,
  openReceiver,
  type Receiver,
  removeWebhook,
  webhookInput,
} from './webhooks';
import { type World } from './world';

/** A district's bridge: a real receiver on this machine, the webhook that tells it, and the doors that do. */
export interface Bridge {
  readonly world: World;
  readonly table: MemoryTable;
  readonly admin: Actor;
  readonly receiver: Receiver;
  /** Id of the webhook, and its secret; empty where there is none. */
  readonly id: string;
  readonly secret: string;
  /** A round of the clock's door. */
  readonly deliver: () => Promise<Round>;
  readonly change: (change: Parameters<typeof changeWebhook>[3]) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  /** How often the receiver was connected to. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** How a bridge is: */
interface Options {
  /** how long it has to answer, in ms; */
  readonly patience?: number;
  /** without a webhook; */
  readonly without?: boolean;
  /** in the district of another one; */
  readonly beside?: Bridge;
  /** known by a name that leads to these addresses. */
  readonly leadingTo?: readonly string[];
}

/** Makes a bridge in a world in memory, where webhooks may be of this machine. */
export async function makeBridge(options: Options = {}): Promise<Bridge> {
  const { patience = 5_000, without = false, beside, leadingTo } = options;
  const { world, table } = beside ?? (await makeLaptop());
  const admin = world.actor('ADMINISTRATOR');
  const receiver = await openReceiver();
  const { port } = new URL(receiver.url);
  const url = leadingTo === undefined ? receiver.url : `https://bridge.district.example.com:${port}/hook`;
  const { webhook, secret } = without
    ? { webhook: null, secret: null }
    : await addWebhook(world, admin, webhookInput(world, { url }));
  const id = webhook?.id ?? '';
  const post = openPost(true, patience, leadingTo && lookUpOf(leadingTo));
  const door = createWebhookDeliveries(world.foundation, post);
  return {
    ...{ world, table, admin, receiver, id, secret: secret ?? '' },
    deliver: async () => door.deliverDue(),
    change: async (change) => changeWebhook(world, admin, id, change),
    remove: async () => removeWebhook(world, admin, id),
    connections: receiver.connections,
    close: receiver.close,
  };
}

async function makeLaptop() {
  const { world, table } = await makeMemoryWorld();
  const services = createWholeServices({ ...world.foundation, loopbackWebhooks: true }, world.standings);
  return { world: { ...world, services }, table };
}

/** What looks names up, and finds these addresses. */
function lookUpOf(addresses: readonly string[]): typeof lookup {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  const lookUp = (_name: string, _options: object, tell: (error: null, all: typeof found) => void) => {
    setImmediate(tell, null, found);
  };
  return lookUp as unknown as typeof lookup;
}

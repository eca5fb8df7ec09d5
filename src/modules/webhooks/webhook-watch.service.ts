import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { someAtOnce } from '../../shared/some-at-once';
import { type MadeNotification } from '../notifications/notification.events';
import { type DeliveryRepo } from './delivery.repo';
import { eventOf, newDelivery } from './delivery.rules';
import { type HookRepo } from './webhook.repo';

/** Deliveries written at one time. */
const AT_ONCE = 8;

/** Notes what is to be sent to the webhooks of districts; nothing is sent here. */
export class WebhookWatchService {
  constructor(
    private readonly hooks: Pick<HookRepo, 'find'>,
    private readonly deliveries: Pick<DeliveryRepo, 'note'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of notifications that were made; may be told twice, in any order. One GetItem for each district, one Put for each
   * webhook that wants the kind. Returns how many deliveries were noted.
   */
  async note(made: readonly MadeNotification[]): Promise<number> {
    const districts = [...new Set(made.map(({ area }) => districtOf(area)))];
    const books = new Map(
      await Promise.all(districts.map(async (code) => [code, await this.hooks.find(code)] as const)),
    );
    const now = this.clock.now();
    const noted = made.flatMap((each) =>
      (books.get(districtOf(each.area))?.hooks ?? [])
        .filter(({ isOn, kinds }) => isOn && kinds.includes(each.kind))
        .map(({ id }) => newDelivery(id, eventOf(each), now)),
    );
    await someAtOnce(AT_ONCE, noted, async (delivery) => this.deliveries.note(delivery));
    return noted.length;
  }
}

function districtOf(area: string): string {
  return ancestorAt(area, 'DISTRICT') ?? area;
}

import { type TableChange } from '../../data/table-change';
import { type Hook } from './webhook.rules';

/** That a webhook was switched off by itself. */
export interface SwitchedOff {
  readonly id: string;
  readonly district: string;
  readonly at: Date;
}

/** Reads a change of the table: the webhooks that were switched off by it because they failed; none for any other change. */
export function switchedOffBy({ before, after }: TableChange): readonly SwitchedOff[] {
  if (after?.__edb_e__ !== 'webhooks') return [];
  const was = (before?.hooks ?? []) as readonly Hook[];
  return (after.hooks as readonly Hook[]).flatMap(({ id, offReason, offAt }) => {
    const isTold = was.some((hook) => hook.id === id && hook.offAt === offAt);
    if (offReason === undefined || offAt === undefined || isTold) return [];
    return [{ id, district: String(after.district), at: new Date(offAt) }];
  });
}

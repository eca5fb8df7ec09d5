import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type NoticeKind, type NoticeRecord } from './notice.rules';

/** What of a notice says who may change it. */
type Managed = Pick<NoticeRecord, 'kind' | 'areas' | 'audience' | 'by'>;

/** The actor with those of their appointments by which they may publish notices of this kind: a grid worker announces meetings. */
export function publisherOf(actor: Actor, kind: NoticeKind): Actor {
  const fitting = actor.appointments.filter(({ role }) => role !== 'GRID_WORKER' || kind === 'MEETING');
  return { ...actor, appointments: fitting };
}

/**
 * Whether somebody may change a notice, take it back, and see its receipts: its publisher, and staff whose area has all of its
 * areas; of what is for people with a care tag only its publisher. Who announced a meeting goes on with it where the grid was cut
 * since and they work in a part of it.
 */
export function manages(actor: Actor, { kind, areas, audience, by }: Managed): boolean {
  const isOwn = by.id === actor.id;
  if (!isOwn && audience === 'CARE_TAG') return false;
  const publisher = publisherOf(actor, isOwn ? kind : 'NOTICE');
  const isTheirs = (area: string) => grantFor(publisher, 'notice:publish', { area }) !== undefined;
  return isOwn && kind === 'MEETING' ? areas.some(isTheirs) : areas.every(isTheirs);
}

/**
 * Whether somebody sees a notice because they work there: in the areas it is for, or, while or after it is out, inside them. Never
 * what is for people with a care tag.
 */
export function seesAsStaff(actor: Actor, { areas, audience }: Managed, isOut: boolean): boolean {
  const isTheirs = (area: string) =>
    grantFor(actor, 'notice:list-area', { area }) !== undefined ||
    (isOut && grantFor(actor, 'notice:explain', { area }) !== undefined);
  return audience !== 'CARE_TAG' && areas.some(isTheirs);
}

import { type RecordLink } from '../../shared/record-link.type';
import { type EvidenceRole } from './evidence.rules';

/** Records that files belong to, by the beginning of the key of their collection. */
const OWNERS = {
  CASE: 'CASE#',
  VISIT: 'VISIT#',
  LOG_ENTRY: 'LOGENTRY#',
  APPLICATION: 'APPLICATION#',
  NOTICE: 'NOTICE#',
} as const;
export type OwnerType = keyof typeof OWNERS;
export const OWNER_TYPES = Object.keys(OWNERS) as readonly OwnerType[];

/** Key of the collection of a record that files belong to; undefined for a kind of record that has none. */
export function ownerKeyOf({ type, id }: Pick<RecordLink, 'type' | 'id'>): string | undefined {
  return isOwner(type) ? `${OWNERS[type]}${id}` : undefined;
}

/** The record whose collection has this key. */
export function ownerOf(key: string): (RecordLink & { readonly type: OwnerType }) | undefined {
  const found = Object.entries(OWNERS).find(([, prefix]) => key.startsWith(prefix));
  if (found === undefined) return undefined;
  const [type, prefix] = found as [OwnerType, string];
  return { type, id: key.slice(prefix.length) };
}

/** Whether a record takes a PDF in this role: only papers of applications come as such, what happens outside is seen. */
export function takesPdf(key: string, role: EvidenceRole): boolean {
  return role === 'DOCUMENT' && key.startsWith(OWNERS.APPLICATION);
}

function isOwner(type: string): type is OwnerType {
  return Object.hasOwn(OWNERS, type);
}

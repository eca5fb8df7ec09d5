import { type Image } from '../../data/table-change';

/** Who made the inspection in an image of the table, as they were called then, and where the premises lay. */
export function inspectedIn({ row, facts }: Image): {
  by: { readonly id: string; readonly name: string };
  area: string;
} {
  const [, , name] = row as readonly [checklist: string, version: number, by: string];
  const { byId, area } = facts as { readonly byId: string; readonly area: string };
  return { by: { id: byId, name }, area };
}

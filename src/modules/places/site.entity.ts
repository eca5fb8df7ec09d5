import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Kinds of sites: what is known by where it stands. */
export type SiteKind = 'COURTYARD' | 'BUILDING' | 'DWELLING';

/**
 * A courtyard's profile, a building or a dwelling. All of a kind in a grid lie in one partition, and an id begins with
 * the courtyard's code and goes on as the door does: those of a grid, courtyard or building = one Query with a prefix.
 */
export function createSiteEntity(table: Table, kind: SiteKind) {
  return new Entity(
    {
      model: { entity: kind.toLowerCase(), service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        id: { type: 'string', required: true },
        row: { type: 'any', required: true },
        version: { type: 'number', required: true },
        mark: { type: 'string', required: true },
        changedAt: { type: 'string', required: true },
        changedBy: { type: 'string', required: true },
        /** The last requests of persons it has taken in: fingerprint, version they made, key. */
        requests: { type: 'any' },
        /** Who wrote this version: id, name, role. */
        author: { type: 'any' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: `${kind}S#\${grid}`, casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

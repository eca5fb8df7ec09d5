import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { AREA_LEVELS } from '../../shared/area-code';
import { GRID_KINDS } from './area.rules';

/**
 * A node of the tree. The whole district lies in one partition, ordered by level and code:
 * one area = one key; the areas of a level inside another = one Query with a prefix of the code.
 * Boundaries lie elsewhere, so that a list of areas stays light.
 */
export function createAreaEntity(table: Table) {
  const codes = { type: 'list', items: { type: 'string' } } as const;
  return new Entity(
    {
      model: { entity: 'area', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        level: { type: AREA_LEVELS, required: true },
        code: { type: 'string', required: true },
        /** Names from the district down to the area itself. */
        names: { type: 'list', items: { type: 'string' }, required: true },
        kind: { type: GRID_KINDS },
        /** The second managing department of a special grid. */
        department: { type: 'string' },
        /** Business dates; see `shared/business-date.ts`. */
        validFrom: { type: 'string' },
        validTo: { type: 'string' },
        /** Codes of the areas it came from and that came of it. */
        replaces: codes,
        replacedBy: codes,
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'AREAS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['level', 'code'],
            template: '${level}#${code}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

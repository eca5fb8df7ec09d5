import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** What somebody said about a case. It lies in the case's collection, is never changed, and moves nothing. */
export function createCaseCommentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-comment', service: 'wangge', version: '1' },
      attributes: {
        caseId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        text: { type: 'string', required: true },
        /** Not for its reporter. */
        internal: { type: 'boolean', required: true },
        /** Code of who had the case then, and who reported it: whom it concerns. */
        holder: { type: 'string' },
        reporter: { type: 'string', required: true },
        /** Code of the area the case was in then. */
        area: { type: 'string' },
        by: { type: 'any', required: true },
        /** RFC 3339 UTC. */
        at: { type: 'string', required: true },
        /** Fingerprint of the request. */
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['caseId'], template: 'CASE#${caseId}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'COMMENT#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type CaseCommentEntity = ReturnType<typeof createCaseCommentEntity>;

import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { EVIDENCE_KINDS, EVIDENCE_ROLES, EVIDENCE_STATUSES, REJECTION_REASONS } from './evidence.rules';

/** Index of what somebody announced and is not there. */
const MISSING = {
  index: KEYS.person.index,
  pk: {
    field: KEYS.person.pk,
    composite: ['missingBy'],
    template: 'MISSING#${missingBy}',
    casing: 'none',
  },
  sk: {
    field: KEYS.person.sk,
    composite: ['missingTurn'],
    template: '${missingTurn}',
    casing: 'none',
  },
  condition: (attributes: { missingBy?: string }) => attributes.missingBy !== undefined,
} as const;

/** A file that is promised or has come. It lies in the collection of its record, so a record's page is one Query. */
export function createEvidenceEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'evidence', service: 'wangge', version: '1' },
      attributes: {
        /** Partition key of its record, for instance `CASE#…`. */
        owner: { type: 'string', required: true },
        id: { type: 'string', required: true },
        area: { type: 'string', required: true },
        role: { type: EVIDENCE_ROLES, required: true },
        kind: { type: EVIDENCE_KINDS, required: true },
        contentType: { type: 'string', required: true },
        size: { type: 'number', required: true },
        sha256: { type: 'string', required: true },
        by: { type: 'string', required: true },
        openedAt: { type: 'string', required: true },
        status: { type: EVIDENCE_STATUSES, required: true },
        fingerprint: { type: 'string', required: true },
        reason: { type: REJECTION_REASONS },
        checkedAt: { type: 'string' },
        /** Only of one that was removed: until when it was to be kept, and when it was removed. */
        keptUntil: { type: 'string' },
        removedAt: { type: 'string' },
        /** Version of the object that was checked: the one that is shown, whatever is uploaded later. */
        versionId: { type: 'string' },
        width: { type: 'number' },
        height: { type: 'number' },
        takenAt: { type: 'string' },
        latitude: { type: 'number' },
        longitude: { type: 'number' },
        /** The upload in parts that is open, by the store's id. */
        uploadId: { type: 'string' },
        seconds: { type: 'number' },
        hasThumbnail: { type: 'boolean' },
        hasPicture: { type: 'boolean' },
        /** Of a PDF. */
        pages: { type: 'number' },
        hasCopy: { type: 'boolean' },
        /** Only while it is awaited: which part of the queue it is in, and when to look for it. */
        shard: { type: 'string' },
        lookAt: { type: 'string' },
        /** Only until it is verified: who announced it, and what their list of missing files shows. */
        missingBy: { type: 'string' },
        missingTurn: { type: 'string' },
        row: { type: 'any' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['owner'], template: '${owner}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'EVIDENCE#${id}', casing: 'none' },
        },
        /** Files awaited, by the time to look for them: the clock's Query, one a shard. */
        awaited: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['shard'], template: 'AWAITED#${shard}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['lookAt'], template: '${lookAt}', casing: 'none' },
          condition: (attributes: { shard?: string }) => attributes.shard !== undefined,
        },
        /** What somebody announced and is not there, by when: the worker's Query. */
        missing: MISSING,
      },
    },
    { client: table.client, table: table.name },
  );
}
export type EvidenceEntity = ReturnType<typeof createEvidenceEntity>;

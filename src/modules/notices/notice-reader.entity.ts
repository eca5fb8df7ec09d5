import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * What somebody has seen of notices: their last look, and which of those that are out they have read. It lies under a keyed
 * hash of the person: whoever has the table cannot tell whose it is.
 */
export function createNoticeReaderEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-reader', service: 'wangge', version: '1' },
      attributes: {
        /** Keyed hash of the person. */
        reader: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** RFC 3339 UTC; absent before the first look. */
        seenAt: { type: 'string' },
        /** Each notice with the second since 1970 at which it ends; forgotten after that. */
        read: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['reader'],
            template: 'NOTICE_READER#${reader}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'READER', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/**
 * That some resident has read a notice, so that nobody is counted twice. It lies under a keyed hash of person and notice, in no
 * collection and no index: neither a notice's readers nor a reader's notices can be listed.
 */
export function createNoticeReadEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-read', service: 'wangge', version: '1' },
      attributes: {
        /** Keyed hash of person and notice. */
        mark: { type: 'string', required: true },
        /** When the table's own clean-up takes it away, in seconds: when the notice cannot be out any more. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['mark'], template: 'NOTICE_READ#${mark}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'READ', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** How many residents of an area have read a notice: a part of the count, of which there are eight for each area. */
export function createNoticeCountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-count', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        area: { type: 'string', required: true },
        part: { type: 'string', required: true },
        count: { type: 'number', required: true },
      },
      indexes: {
        /** All counts of a notice = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['notice'],
            template: 'NOTICE_COUNTS#${notice}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['area', 'part'],
            template: '${area}#${part}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** That a worker has read a notice, by name. */
export function createNoticeWorkerEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-worker', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        person: { type: 'string', required: true },
        /** Name, role, code of their area, and when; RFC 3339 UTC. */
        row: { type: 'any', required: true },
      },
      indexes: {
        /** Which workers have read a notice = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['notice'],
            template: 'NOTICE_WORKERS#${notice}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['person'], template: '${person}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

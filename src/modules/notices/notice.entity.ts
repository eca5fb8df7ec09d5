import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A notice. Its collection holds the areas it is for, what it said before, and comments: its page = one Query. */
export function createNoticeEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        facts: { type: 'any', required: true },
        /** The request that made it and the last ones it has taken in, by id and fingerprint. */
        requests: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'NOTICE#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'NOTICE', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type NoticeEntity = ReturnType<typeof createNoticeEntity>;

/** That a notice is for an area, with what lists show of it. */
export function createNoticeAreaEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-area', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        area: { type: 'string', required: true },
        /** Code of the area whose list it stands in. */
        list: { type: 'string', required: true },
        /** When it ends, then its id and the area. */
        turn: { type: 'string', required: true },
        row: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['notice'], template: 'NOTICE#${notice}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['area'], template: 'AREA#${area}', casing: 'none' },
        },
        /** What is planned or out in a community, street or district, or what is over there = one Query. */
        inArea: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['list'], template: 'NOTICES#${list}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type NoticeAreaEntity = ReturnType<typeof createNoticeAreaEntity>;

/** What a notice said before it was changed, beside it. */
export function createNoticeVersionEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-version', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        /** Its version, padded so that it sorts. */
        number: { type: 'string', required: true },
        was: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['notice'], template: 'NOTICE#${notice}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['number'], template: 'WAS#${number}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type NoticeVersionEntity = ReturnType<typeof createNoticeVersionEntity>;

/** That a planned urgent notice has come out, beside it: what the table's stream tells of then. */
export function createNoticeOutingEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-outing', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        /** When it came out, RFC 3339 UTC. */
        from: { type: 'string', required: true },
        areas: { type: 'list', items: { type: 'string' }, required: true },
        audience: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['notice'], template: 'NOTICE#${notice}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['from'], template: 'OUT#${from}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** What somebody said to a notice, beside it. */
export function createNoticeCommentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notice-comment', service: 'wangge', version: '1' },
      attributes: {
        notice: { type: 'string', required: true },
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        facts: { type: 'any', required: true },
        requests: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['notice'], template: 'NOTICE#${notice}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'COMMENT#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type NoticeCommentEntity = ReturnType<typeof createNoticeCommentEntity>;

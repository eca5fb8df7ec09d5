import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** What all of a log have: `log` is whose it is, `turn` where in it, `community` and `place` the same for supervisors. */
const LOGGED = {
  log: { type: 'string', required: true },
  turn: { type: 'string', required: true },
  community: { type: 'string' },
  place: { type: 'string' },
  row: { type: 'any', required: true },
} as const;

/** A person's log, a day, week or month of it = one Query: lines, notes, settled plans, rounds, comments. */
const OWN = {
  index: KEYS.person.index,
  pk: { field: KEYS.person.pk, composite: ['log'], template: '${log}', casing: 'none' },
  sk: { field: KEYS.person.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
} as const;

/** What was done in a community or grid on a day = one Query. */
const COMMUNITY = {
  index: KEYS.queue.index,
  pk: { field: KEYS.queue.pk, composite: ['community'], template: 'LOGS#${community}', casing: 'none' },
  sk: { field: KEYS.queue.sk, composite: ['place'], template: '${place}', casing: 'none' },
  condition: (attributes: { community?: string }) => attributes.community !== undefined,
} as const;

/** A line: that somebody did something, known by whose it is, when, and by which move; written again it is the same. */
export function createLogLineEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'log-line', service: 'wangge', version: '1' },
      attributes: { ...LOGGED, move: { type: 'string', required: true } },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['log'], template: '${log}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['turn', 'move'],
            template: '${turn}#${move}',
            casing: 'none',
          },
        },
        own: OWN,
        inCommunity: COMMUNITY,
      },
    },
    { client: table.client, table: table.name },
  );
}

/** A note. Its collection holds what it said before, comments and pictures: its page = one Query. */
export function createLogEntryEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'log-entry', service: 'wangge', version: '1' },
      attributes: {
        ...LOGGED,
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** What lists do not show. */
        more: { type: 'any', required: true },
        /** The request that made it and the last ones it has taken in, by id and fingerprint. */
        requests: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'LOGENTRY#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ENTRY', casing: 'none' },
        },
        own: OWN,
        inCommunity: COMMUNITY,
      },
    },
    { client: table.client, table: table.name },
  );
}

/** What a note said before it was changed, beside it. */
export function createLogVersionEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'log-version', service: 'wangge', version: '1' },
      attributes: {
        entry: { type: 'string', required: true },
        /** Its version, padded so that it sorts. */
        number: { type: 'string', required: true },
        was: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['entry'], template: 'LOGENTRY#${entry}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['number'], template: 'WAS#${number}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** What a supervisor said: beside the note it is about, or in the collection of the day; and in the author's log. */
export function createLogCommentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'log-comment', service: 'wangge', version: '1' },
      attributes: {
        /** Partition key of the note or the day. */
        about: { type: 'string', required: true },
        id: { type: 'string', required: true },
        log: { type: 'string', required: true },
        turn: { type: 'string', required: true },
        row: { type: 'any', required: true },
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['about'], template: '${about}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'COMMENT#${id}', casing: 'none' },
        },
        own: OWN,
      },
    },
    { client: table.client, table: table.name },
  );
}

/** A plan. While it is open `log` names the person's plans, by day = one Query; once it is settled, their log. */
export function createWorkPlanEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'work-plan', service: 'wangge', version: '1' },
      attributes: {
        ...LOGGED,
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        requests: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'PLAN#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'PLAN', casing: 'none' },
        },
        own: OWN,
        inCommunity: COMMUNITY,
      },
    },
    { client: table.client, table: table.name },
  );
}

/** A patrol round: in its walker's log and in no list of others. */
export function createPatrolRoundEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'patrol-round', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        log: { type: 'string', required: true },
        turn: { type: 'string', required: true },
        row: { type: 'any', required: true },
        version: { type: 'number', required: true },
        mark: { type: 'string', required: true },
        endMark: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'ROUND#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ROUND', casing: 'none' },
        },
        own: OWN,
      },
    },
    { client: table.client, table: table.name },
  );
}

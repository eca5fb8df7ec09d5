import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Keys of a list of staff by area: all of a district lie in one partition. */
const listKeys = <Pk extends string, Sk extends string>(index: { readonly pk: Pk; readonly sk: Sk }) =>
  ({
    pk: { field: index.pk, composite: ['district'], template: 'STAFF#${district}', casing: 'none' },
    sk: {
      field: index.sk,
      composite: ['area', 'appointment'],
      template: '${area}#${appointment}',
      casing: 'none',
    },
  }) as const;

/**
 * An appointment. All of a person's lie beside their standing: a person's history, and what their next token says, is one
 * strongly consistent Query. What lists of staff show is in `row`, the one attribute that the indexes copy.
 */
export function createAppointmentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'appointment', service: 'wangge', version: '1' },
      attributes: {
        person: { type: 'string', required: true },
        /** Not named `id`, which the indexes would copy a second time. */
        appointment: { type: 'string', required: true },
        district: { type: 'string', required: true },
        area: { type: 'string', required: true },
        row: { type: 'any', required: true },
        version: { type: 'number', required: true },
        mark: { type: 'string', required: true },
        by: { type: 'any' },
        at: { type: 'string', required: true },
        end: { type: 'any' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['person'], template: 'PERSON#${person}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['appointment'],
            template: 'APPOINTMENT#${appointment}',
            casing: 'none',
          },
        },
        /** The staff of an area and inside it = one Query with a prefix of the code. Who was dismissed is not in it. */
        current: {
          index: KEYS.queue.index,
          ...listKeys(KEYS.queue),
          condition: (attributes: { end?: unknown }) => attributes.end === undefined,
        },
        /** The same with those who were dismissed, for the staff of another day. */
        ever: {
          index: KEYS.person.index,
          ...listKeys(KEYS.person),
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type AppointmentEntity = ReturnType<typeof createAppointmentEntity>;

/** Whose an appointment is, and on which roster: one key. Being there once only, it keeps a client's id from being taken twice. */
export function createClaimEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'appointment-claim', service: 'wangge', version: '1' },
      attributes: {
        appointment: { type: 'string', required: true },
        person: { type: 'string', required: true },
        roster: { type: 'string', required: true },
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['appointment'],
            template: 'APPOINTMENT#${appointment}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'CLAIM', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** Who holds the posts of an area or department now and later, whole in one item: what is decided by it is decided once. */
export function createRosterEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'roster', service: 'wangge', version: '1' },
      attributes: {
        code: { type: 'string', required: true },
        version: { type: 'number', required: true },
        places: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['code'], template: 'ROSTER#${code}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ROSTER', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** A worker's own fixed households. They lie beside the appointment, so that a person's page brings both. */
export function createHouseholdSetEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'household-set', service: 'wangge', version: '1' },
      attributes: {
        person: { type: 'string', required: true },
        appointment: { type: 'string', required: true },
        households: { type: 'list', items: { type: 'string' }, required: true },
        version: { type: 'number', required: true },
        /** The request that made it so, its fingerprint, by whom and when. */
        request: { type: 'string', required: true },
        mark: { type: 'string', required: true },
        by: { type: 'any', required: true },
        at: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['person'], template: 'PERSON#${person}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['appointment'],
            template: 'HOUSEHOLDS#${appointment}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

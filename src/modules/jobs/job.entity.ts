import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A job as people see it. It lies beside its run in one collection, so the page of a job = one Query. It is never
 * deleted: it is the record of who brought in or took out what.
 */
export function createJobEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'job', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        /** What lists show. */
        row: { type: 'any', required: true },
        area: { type: 'string', required: true },
        by: { type: 'string', required: true },
        openedAt: { type: 'string', required: true },
        fingerprint: { type: 'string', required: true },
        /** What was announced of the file of an import. */
        size: { type: 'number' },
        sha256: { type: 'string' },
        failure: { type: 'any' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'JOB#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'JOB', casing: 'none' },
        },
        /** The jobs of an area, newest first = one Query. */
        inArea: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['area'], template: 'JOBS#${area}', casing: 'none' },
          sk: {
            field: KEYS.queue.sk,
            composite: ['openedAt', 'id'],
            template: '${openedAt}#${id}',
            casing: 'none',
          },
        },
        /** The jobs somebody opened, newest first = one Query. */
        opened: {
          index: KEYS.person.index,
          pk: { field: KEYS.person.pk, composite: ['by'], template: 'JOBS_BY#${by}', casing: 'none' },
          sk: {
            field: KEYS.person.sk,
            composite: ['openedAt', 'id'],
            template: '${openedAt}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** How far a job has got, and whose turn it is: the worker's own item, written after each chunk. */
export function createRunEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'job-run', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        /** Whoever takes the job raises it: a worker whose turn is over can write no more. */
        turn: { type: 'number', required: true },
        starts: { type: 'number', required: true },
        chunks: { type: 'number', required: true },
        total: { type: 'number' },
        tally: { type: 'any', required: true },
        planned: { type: 'any' },
        parts: { type: 'list', items: { type: 'number' }, required: true },
        /** The one queue of jobs; there are few. Absent once the job is over. */
        queue: { type: 'string' },
        dueAt: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'JOB#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'RUN', casing: 'none' },
        },
        /** Jobs by the time to look at them: queued now, under way when the lease runs out = one Query. */
        due: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['queue'], template: '${queue}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['dueAt'], template: '${dueAt}', casing: 'none' },
          condition: (attributes: { queue?: string }) => attributes.queue !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

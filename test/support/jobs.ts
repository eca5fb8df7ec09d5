import { createHash } from 'node:crypto';
import { createJobWork } from '../../src/app/job-work';
import { type Foundation } from '../../src/app/foundation';
import { type Bucket } from '../../src/data/bucket';
import { type Actor } from '../../src/auth/actor';
import { uploadKey } from '../../src/modules/jobs/job.keys';
import { type JobKind } from '../../src/modules/jobs/job.rules';
import { newId } from '../../src/shared/ids';
import {
  ImportJobDocument,
  type ImportJobQuery,
  ImportOpenDocument,
  type OpenImportInput,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** More time than any job needs. */
export const ENOUGH = () => 900_000;

/** The service behind the door of jobs, in a world; chunks of three lines, so that small files have many. */
export function workOf({ foundation }: World, chunkRows = 3) {
  return createJobWork(foundation, chunkRows);
}

/** What is announced of a file. */
export function importOf(file: Uint8Array, kind: JobKind, area: string, more = {}): OpenImportInput {
  const sha256 = createHash('sha256').update(file).digest('base64');
  return { id: newId(), kind, area, dryRun: false, size: file.length, sha256, ...more };
}

/** Opens an import and puts its file into the bucket, as an upload would; returns its id. */
export async function openWithFile(
  world: World,
  actor: Actor,
  content: string | Uint8Array,
  { kind = 'HOUSEHOLDS', area = world.community, ...more }: Partial<OpenImportInput> = {},
): Promise<string> {
  const file = Buffer.from(content as string);
  const input = importOf(file, kind, area, more);
  const { data, errors } = await run(world, actor, ImportOpenDocument, { input });
  const refused = errors.length > 0 ? errors : data.openImport.userErrors;
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  await world.foundation.transfers.write(uploadKey(input.id), file, 'application/octet-stream');
  return input.id;
}

/** Opens an import and works it through; returns the job as its page shows it. */
export async function bringIn(
  world: World,
  actor: Actor,
  content: string | Uint8Array,
  more: Partial<OpenImportInput> = {},
) {
  const id = await openWithFile(world, actor, content, more);
  await workOf(world).arrived(uploadKey(id), ENOUGH);
  return jobOf(world, actor, id);
}

/** The page of a job. */
export async function jobOf(
  world: World,
  actor: Actor,
  id: string,
): Promise<NonNullable<ImportJobQuery['job']>> {
  const { data, errors } = await run(world, actor, ImportJobDocument, { id });
  if (errors.length > 0 || data.job == null) throw new Error(JSON.stringify(errors));
  return data.job;
}

/** The text behind a link. */
export async function fetched(url: string | null | undefined): Promise<string> {
  const answer = await fetch(url ?? '');
  if (!answer.ok) throw new Error(`The link answers ${String(answer.status)}.`);
  // A byte order mark is part of the file.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
}

/** A file of households, one a door. */
export function householdFile(courtyard: string, doors: readonly string[]): string {
  const lines = doors.map((door) => `${courtyard},${door},一号院 ${door} 号,2\n`);
  return `院落编码,门牌,地址,人数\n${lines.join('')}`;
}

/**
 * What works on jobs in a world, in chunks of three lines, and dies at its n-th call to table or bucket: before it is made,
 * or after, unheard. With `onStep` it goes on after that.
 */
export function workDyingAt(
  world: World,
  step: number,
  when: 'BEFORE' | 'AFTER' = 'AFTER',
  onStep?: () => Promise<void>,
) {
  let calls = 0;
  const guarded = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    calls += 1;
    if (onStep !== undefined) {
      if (calls === step) await onStep();
      return call();
    }
    if (calls > step || (calls === step && when === 'BEFORE')) throw new Error('killed');
    const answer = await call();
    if (calls === step) throw new Error('killed');
    return answer;
  };
  const { table, transfers } = world.foundation;
  const client = new Proxy(table.client, {
    get: (target, name) =>
      name === 'send'
        ? (command: never) => guarded(() => target.send(command))
        : (Reflect.get(target, name) as unknown),
  });
  const bucket: Bucket = {
    ...transfers,
    read: (...args) => guarded(() => transfers.read(...args)),
    write: (...args) => guarded(() => transfers.write(...args)),
  };
  const foundation: Foundation = { ...world.foundation, table: { ...table, client }, transfers: bucket };
  return { work: createJobWork(foundation, 3), calls: () => calls };
}

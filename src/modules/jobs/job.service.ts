import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { levelOf } from '../../shared/area-code';
import { type Author } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type UploadTicket } from '../evidence/evidence.type';
import { nextLook } from '../evidence/evidence.rules';
import { type CancelJobInput, type OpenExportInput, type OpenImportInput } from './job.input';
import { exportKey, firstFindingsKey, reportKey, uploadKey } from './job.keys';
import { FIRST_STATE, isOver } from './job.machine';
import { type JobRepo } from './job.repo';
import { type JobOnTheWay } from './job-run.type';
import {
  ADMINISTRATOR_KINDS,
  isImportKind,
  type JobDirection,
  type JobKind,
  LINK_SECONDS,
  MOST,
  NOTHING_YET,
} from './job.rules';
import { type ImportReport, type Job } from './job.type';
import { moved } from './job-work.rules';
import { type Finding } from './table.rules';

const NOTHING = Promise.resolve(undefined);

/** What one must be allowed to see in order to take it out. */
const READ_ACTIONS: Readonly<Record<JobKind, Action>> = {
  AREAS: 'area:read',
  STAFF: 'staff:read',
  DWELLINGS: 'place:read',
  HOUSEHOLDS: 'household:read',
  RESIDENTS: 'resident:read',
  PREMISES: 'place:read',
  SHEET_RESULTS: 'sheet:read-fills',
};

/** Imports and exports as people open and follow them; the work is done behind another door. */
export class JobService {
  constructor(
    private readonly repo: JobRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an import with a slot for its file. The same request again gives the same job.
   * @throws Refusal ID_INVALID, JOB_OUT_OF_AREA, JOB_FILE_SIZE_INVALID, JOB_FILE_HASH_INVALID, JOB_FORMAT_NOT_FOR_KIND,
   *   JOB_KIND_GOES_OUT_ONLY, CONFLICT
   */
  async openImport(actor: Actor, input: OpenImportInput): Promise<{ job: Job }> {
    const { size, sha256, kind, area, format } = input;
    if (!isImportKind(kind)) throw new Refusal('JOB_KIND_GOES_OUT_ONLY', {}, ['kind']);
    const { role } = grantToOpen(actor, 'IMPORT', kind, area);
    if (size < 1 || size > MOST.bytes)
      throw new Refusal('JOB_FILE_SIZE_INVALID', { max: MOST.bytes }, ['size']);
    if (!/^[A-Za-z0-9+/]{43}=$/.test(sha256)) throw new Refusal('JOB_FILE_HASH_INVALID', {}, ['sha256']);
    if (format === 'GEOJSON') assertGeo(kind);
    const job = this.#newJob(
      { ...actor, role },
      'IMPORT',
      { ...input, format: format ?? undefined },
      { size, sha256 },
    );
    const lookAt = nextLook(job.openedAt, job.openedAt) ?? job.openedAt;
    return this.#open(actor, job, lookAt);
  }

  /**
   * Opens an export, which begins within a minute. The same request again gives the same job.
   * @throws Refusal ID_INVALID, JOB_OUT_OF_AREA, JOB_FORMAT_NOT_FOR_KIND, JOB_SHEET_NEEDED, CONFLICT
   */
  async openExport(actor: Actor, input: OpenExportInput): Promise<{ job: Job }> {
    const { role } = grantToOpen(actor, 'EXPORT', input.kind, input.area);
    if (input.format === 'GEOJSON') assertGeo(input.kind);
    const sheet = input.sheet ?? undefined;
    if ((input.kind === 'SHEET_RESULTS') !== (sheet !== undefined && isId(sheet)))
      throw new Refusal('JOB_SHEET_NEEDED', {}, ['sheet']);
    const job = this.#newJob({ ...actor, role }, 'EXPORT', { ...input, sheet, dryRun: false }, {});
    return this.#open(actor, job, job.openedAt);
  }

  /** The job with this id; NOT_FOUND when there is none or the actor may not see it. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<Job> {
    const { job } = await this.#find(actor, id, reads);
    return seenBy(actor, job);
  }

  /** The jobs of an area, or those the actor opened, newest first; one round trip, two where one of them is under way. */
  async list(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<Job>> {
    if (area !== undefined && grantFor(actor, 'import:run', { area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const { rows, hasNextPage } = await (area === undefined
      ? this.repo.openedBy(actor.id, pageOf(args))
      : this.repo.inArea(area, pageOf(args)));
    const seen = rows.filter(({ row }) => maySee(actor, row));
    const jobs = await this.repo.withProgress(seen.map(({ row }) => seenBy(actor, row)));
    return { rows: seen.map(({ row, key }, at) => ({ row: jobs[at] ?? row, key })), hasNextPage };
  }

  /**
   * Calls a job off; what was written stays. Calling it off again changes nothing.
   * @throws Refusal JOB_OVER
   */
  async cancel(actor: Actor, { id }: CancelJobInput): Promise<{ job: Job }> {
    const found = await this.#find(actor, id);
    if (found.job.state === 'CANCELLED') return { job: seenBy(actor, found.job) };
    if (isOver(found.job.state)) throw new Refusal('JOB_OVER', {}, ['id']);
    const cancelled = moved(found, 'CANCEL', this.clock.now(), { turn: found.run.turn + 1 });
    const { done } = await this.repo.move(cancelled, found.run.turn, actor.standing);
    // The worker took it, or ended it, a moment ago.
    if (!done) throw new TechnicalError('TRY_AGAIN');
    return { job: seenBy(actor, cancelled.job) };
  }

  /** How to upload the file, for whoever opened the import, while it is awaited. No I/O. */
  ticket({ id, state, mine, size, sha256 }: Job): Promise<UploadTicket | undefined> {
    if (state !== 'AWAITING_FILE' || mine !== true || size === undefined || sha256 === undefined)
      return NOTHING;
    const terms = { key: uploadKey(id), contentType: 'application/octet-stream', size, sha256 };
    return this.bucket.presignUpload({ ...terms, expiresInSeconds: LINK_SECONDS.upload }, this.clock.now());
  }

  /** What came of an import that is done. No I/O: the link is signed here. */
  report({ id, direction, state, tally: { good, bad, unchanged } }: Job): ImportReport | undefined {
    if (direction !== 'IMPORT' || state !== 'DONE') return undefined;
    return { good, bad, unchanged, url: this.#link(reportKey(id)) };
  }

  /** The first findings of an import that is done; one read of the bucket. */
  async findings({ id, direction, state }: Job): Promise<Finding[]> {
    if (direction !== 'IMPORT' || state !== 'DONE') return [];
    const file = await this.bucket.read(firstFindingsKey(id), { maxBytes: MOST.bytes });
    return file === undefined ? [] : (JSON.parse(new TextDecoder().decode(file.bytes)) as Finding[]);
  }

  /** Link to the file of an export, for whoever took it out, once it is whole. No I/O. */
  fileUrl({ id, direction, state, mine, format }: Job): Promise<string | undefined> {
    if (direction !== 'EXPORT' || state !== 'DONE' || mine !== true) return NOTHING;
    return this.#link(exportKey(id, format ?? 'CSV'));
  }

  #link(key: string): Promise<string> {
    return this.bucket.presignDownload({ key, expiresInSeconds: LINK_SECONDS.download });
  }

  #newJob(
    by: Author,
    direction: JobDirection,
    input: Pick<Job, 'id' | 'kind' | 'area' | 'format' | 'dryRun' | 'sheet'>,
    file: Pick<Job, 'size' | 'sha256'>,
  ): Job {
    const { id, kind, area, format, dryRun, sheet } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const now = this.clock.now();
    return {
      ...{ id, direction, kind, area, format, dryRun, sheet, ...file },
      ...{ by: by.id, openedBy: by.name, role: by.role, openedAt: now, updatedAt: now },
      state: FIRST_STATE[direction],
      tally: NOTHING_YET,
      fingerprint: fingerprint([by.id, direction, kind, area, format, dryRun, { ...file, sheet }]),
    };
  }

  async #open(actor: Actor, job: Job, dueAt: Date): Promise<{ job: Job }> {
    const run = { id: job.id, turn: 0, starts: 0, chunks: 0, tally: NOTHING_YET, parts: [], dueAt };
    const { done } = await this.repo.open({ job, run }, actor.standing);
    if (done) return { job: seenBy(actor, job) };
    const standing = await this.repo.find(job.id);
    if (standing?.job.fingerprint === job.fingerprint) return { job: seenBy(actor, standing.job) };
    const what = { zh: `任务编号 ${job.id} 已被使用`, en: `job id ${job.id} is taken` };
    throw new Refusal('CONFLICT', { what }, ['id']);
  }

  async #find(actor: Actor, id: string, reads?: CollectionReader): Promise<JobOnTheWay> {
    const found = isId(id) ? await this.repo.find(id, reads) : undefined;
    if (found === undefined || !maySee(actor, found.job)) throw new TechnicalError('NOT_FOUND');
    return found;
  }
}

function seenBy(actor: Actor, job: Job): Job {
  return { ...job, mine: job.by === actor.id };
}

/** Whoever opened it sees a job, and whoever might have opened it. */
function maySee(actor: Actor, { by, direction, kind, area }: Job): boolean {
  return by === actor.id || grantOf(actor, direction, kind, area) !== undefined;
}

/** By which appointment the actor may open such a job. */
function grantToOpen(actor: Actor, direction: JobDirection, kind: JobKind, area: string): Appointment {
  const grant = levelOf(area) && grantOf(actor, direction, kind, area);
  if (grant === undefined) throw new Refusal('JOB_OUT_OF_AREA', { area: area.slice(0, 18) }, ['area']);
  return grant;
}

function assertGeo(kind: JobKind): void {
  if (kind !== 'AREAS') throw new Refusal('JOB_FORMAT_NOT_FOR_KIND', { format: 'GEOJSON' }, ['format']);
}

/** Bringing in needs the right to; taking out needs that and the right to see what is taken. */
function grantOf(
  actor: Actor,
  direction: JobDirection,
  kind: JobKind,
  area: string,
): Appointment | undefined {
  if (direction === 'EXPORT')
    return grantFor(actor, READ_ACTIONS[kind], { area }) && grantFor(actor, 'export:run', { area });
  // An administrator runs the system and touches no residents; and what a file appoints, only they may appoint.
  const appointments = actor.appointments.filter(({ role }) =>
    role === 'ADMINISTRATOR' ? ADMINISTRATOR_KINDS.has(kind) : kind !== 'STAFF',
  );
  return grantFor({ ...actor, appointments }, 'import:run', { area });
}

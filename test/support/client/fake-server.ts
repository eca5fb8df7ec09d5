import { createHash } from 'node:crypto';
import { type FieldItemInput } from '../../../client/generated/operations';
import { type Surroundings } from '../../../client';
import { FakeFiles } from './fake-files';

/** What becomes of a request before or after it is worked. */
export type Fault = 'lost before' | 'lost after' | 'throttled' | 'internal' | 'logged out' | undefined;

type Fields = Readonly<Record<string, unknown>>;
interface Taken {
  readonly fingerprint: string;
  readonly status: 'TAKEN' | 'CONFLICT';
  readonly answer: Fields;
}
interface Answer {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const sha = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64');

/**
 * A server in this process that keeps the contract of `submitFieldBatch`, `sentFiles` and the conflicts in small: taken
 * once, by fingerprint; what needs something that is not there is to be tried again; edits of the same record are chains.
 */
export class FakeServer {
  readonly files = new FakeFiles();
  /** Every item that was written, in order: an id twice would be a doubled one. */
  readonly written: string[] = [];
  readonly requests: { readonly operation: string; readonly variables: Fields }[] = [];
  /** What happens to the next requests; nothing when it gives undefined. */
  fault: (operation: string) => Fault = () => undefined;
  /** Texts with this in them are refused. */
  refused = /拒绝/;
  /** Tokens that are taken. */
  readonly tokens = new Set(['token']);
  /** Ids of records that were there before. */
  readonly known = new Set<string>();
  /** Versions of records that others have changed: an edit of an earlier one is a conflict. */
  readonly versions = new Map<string, { version: number; by: string; isMove?: boolean }[]>();
  readonly conflicts = new Map<string, { id: string; state: string; item: FieldItemInput; record: string }>();
  changes: Fields[] = [];
  readonly #taken = new Map<string, Taken>();

  /** What the client gets as its `fetch`. */
  readonly fetch: Surroundings['fetch'] = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.endsWith('/graphql')) return this.files.take(url, init, this.fault('upload'));
    const { query, variables } = JSON.parse(init?.body as string) as { query: string; variables: Fields };
    const operation = /(?:mutation|query) (\w+)/.exec(query)?.[1] ?? '';
    this.requests.push({ operation, variables });
    const fault = this.fault(operation);
    if (fault === 'lost before') throw new TypeError('Failed to fetch');
    const token = new Headers(init?.headers).get('authorization')?.slice(7) ?? '';
    if (fault === 'logged out' || !this.tokens.has(token)) return problem('UNAUTHENTICATED', 401);
    if (fault === 'throttled') return problem('TRY_AGAIN', 503);
    if (fault === 'internal') return problem('INTERNAL_SERVER_ERROR', 200);
    const body = this.#work(operation, variables);
    if (fault === 'lost after') throw new TypeError('Failed to fetch');
    return Promise.resolve(body);
  };

  #work(operation: string, variables: Fields): Response {
    const input = variables.input as Fields | undefined;
    switch (operation) {
      case 'SubmitFieldBatch':
        return this.#submit((input as { items: FieldItemInput[] }).items);
      case 'SentFiles':
        return said(sentFilesOf(variables, this.files.of(variables.id as string)));
      case 'OpenUpload':
        return said({ openUpload: this.files.open(input as never) });
      case 'CompleteUpload':
        return said({ completeUpload: this.files.complete((input as { evidenceId: string }).evidenceId) });
      case 'Conflicts':
        return said({ fieldConflicts: this.#open() });
      case 'Conflict':
        return said({ fieldConflict: this.conflicts.get(variables.id as string) ?? null });
      case 'ResolveConflict':
        return said({ resolveConflict: this.#resolve(input as never) });
      case 'Changes':
        return said({ changes: this.changes.shift() ?? NOTHING_NEW });
      default:
        return problem('GRAPHQL_VALIDATION_FAILED', 400);
    }
  }

  /** In any order: whoever waits for another of the batch comes after it. */
  #submit(items: readonly FieldItemInput[]): Response {
    if (JSON.stringify(items).length > 256 * 1024) return problem('REQUEST_TOO_LARGE', 413);
    if (items.some((item) => JSON.stringify(item).includes('毒'))) return problem('BAD_USER_INPUT', 200);
    if (items.length > 100)
      return said({ submitFieldBatch: { answers: null, userErrors: [error('TOO_MANY')] } });
    const answers = new Map<string, Answer>();
    let left = [...items];
    for (let before = -1; left.length !== before;) {
      before = left.length;
      left = left.filter((item) => {
        const answer = this.#one(item);
        answers.set(item.id, answer);
        return answer.status === 'TRY_AGAIN';
      });
    }
    return said({ submitFieldBatch: { answers: items.map(({ id }) => answers.get(id)), userErrors: [] } });
  }

  #one(item: FieldItemInput): Answer {
    const { id, after } = item;
    const rest = workOf(item);
    const [kind = '', input = {}] = (Object.entries(rest) as [string, Fields][])[0] ?? [];
    const blank = { id, record: null, version: null, parts: [], conflict: null, userErrors: [] as Fields[] };
    const fingerprint = sha(contentOf(rest));
    const taken = this.#taken.get(id);
    if (taken !== undefined) {
      if (taken.fingerprint !== fingerprint)
        return { ...blank, status: 'REJECTED', userErrors: [error('CONFLICT')] };
      return { ...blank, ...taken.answer, status: taken.status === 'TAKEN' ? 'DUPLICATE' : 'CONFLICT' };
    }
    const { parts = [], text } = input as { parts?: Fields[]; text?: string };
    if (this.refused.test(text ?? ''))
      return { ...blank, status: 'REJECTED', userErrors: [error('TEXT_REQUIRED')] };
    const own = new Set([
      id,
      input.id,
      ...parts.flatMap((part) => Object.values(part).map((each) => (each as Fields).id)),
      ...piecesOf(input).map(({ caseId }) => caseId),
    ]);
    const slots = new Set(JSON.stringify(slotsIn(input)).match(ID));
    const needs = [...(JSON.stringify({ ...input, evidence: [] }).match(ID) ?? [])];
    if (needs.some((need) => !own.has(need) && !slots.has(need) && !this.known.has(need)))
      return { ...blank, status: 'TRY_AGAIN' };
    return this.#take(item, kind, input, { ...blank, fingerprint, after: after ?? [] });
  }

  #take(item: FieldItemInput, kind: string, input: Fields, facts: Fields): Answer {
    const { fingerprint, after, ...blank } = facts as Fields & { fingerprint: string; after: string[] };
    const record = (input.resident ?? input.caseId ?? input.application ?? input.id) as string;
    const versions = this.versions.get(record) ?? [];
    const { expectedVersion } = input as { expectedVersion?: number };
    // As the server: what an edit was made on top of must be there.
    if (after.some((own) => !versions.some(({ by }) => by === own)))
      return { ...blank, id: item.id, status: 'TRY_AGAIN' };
    const rival = versions.some(
      ({ version, by, isMove }) =>
        isMove !== true && version > (expectedVersion ?? Infinity) && !after.includes(by),
    );
    if (rival) {
      const answer = {
        ...blank,
        record: link(kind, record),
        version: versions.at(-1)?.version,
        conflict: { id: item.id, state: 'OPEN' },
      };
      this.conflicts.set(item.id, { id: item.id, state: 'OPEN', item, record });
      this.#taken.set(item.id, { fingerprint, status: 'CONFLICT', answer });
      return { ...answer, id: item.id, status: 'CONFLICT' };
    }
    return this.#write(item.id, kind, input, record, fingerprint, blank);
  }

  #write(
    id: string,
    kind: string,
    input: Fields,
    record: string,
    fingerprint: string,
    blank: Fields,
  ): Answer {
    // What an item makes begins with 1; so does, here, what was there before.
    const version = record === id ? 1 : (this.versions.get(record)?.at(-1)?.version ?? 1) + 1;
    this.versions.set(record, [
      ...(this.versions.get(record) ?? []),
      { version, by: id, isMove: kind === 'residentMove' },
    ]);
    this.written.push(id);
    const parts = ((input.parts ?? []) as Fields[]).map((part) => this.#part(part));
    const cases = piecesOf(input).map(({ caseId }) => caseId);
    for (const made of [id, input.id, ...cases]) if (made !== undefined) this.known.add(made as string);
    this.#announce(record, input);
    const answer = { ...blank, record: link(kind, record), version, parts };
    this.#taken.set(id, { fingerprint, status: 'TAKEN', answer });
    return { ...answer, id, status: 'APPLIED' };
  }

  /** Files go with the record, those of a failed item of a checklist with the case that it becomes. */
  #announce(record: string, input: Fields): void {
    const owners = [input, ...piecesOf(input)].map(({ caseId = record, evidence = [] }) => [
      caseId,
      evidence,
    ]);
    const ids = new Set(owners.map(([id]) => id as string));
    for (const id of ids)
      this.files.announce(id, owners.flatMap(([of, slots]) => (of === id ? slots : [])) as never);
  }

  #part(given: Fields): Answer {
    const part = workOf(given);
    const [, input = {}] = (Object.entries(part) as [string, Fields][])[0] ?? [];
    const id = input.id as string;
    if (this.refused.test((input.text ?? input.name ?? '') as string))
      return { id, status: 'REJECTED', record: null, userErrors: [error('TEXT_REQUIRED')] };
    this.written.push(id);
    this.known.add(id);
    this.#announce(id, input);
    this.#taken.set(id, { fingerprint: sha(part), status: 'TAKEN', answer: {} });
    return { id, status: 'APPLIED', record: null, userErrors: [] };
  }

  #open() {
    const open = [...this.conflicts.values()].filter(({ state }) => state === 'OPEN');
    const edges = open.map(({ id, state, record }) => ({
      node: {
        id,
        state,
        record: link('', record),
        keptAt: '',
        sent: {},
        standingVersion: 2,
        differences: [],
      },
    }));
    return { edges, pageInfo: { hasNextPage: false, endCursor: null } };
  }

  #resolve({ conflict: id, choice }: { conflict: string; choice: string }) {
    const conflict = this.conflicts.get(id);
    if (conflict === undefined) return { conflict: null, userErrors: [error('NOT_FOUND')] };
    if (conflict.state === 'OPEN' && choice === 'MINE') {
      const rest = workOf(conflict.item);
      const [kind = '', input = {}] = (Object.entries(rest) as [string, Fields][])[0] ?? [];
      this.#write(id, kind, input, conflict.record, sha(contentOf(rest)), { id });
    }
    this.conflicts.set(id, { ...conflict, state: choice });
    return { conflict: { id, state: choice }, userErrors: [] };
  }
}

const NOTHING_NEW = { changes: [], cursor: 'end', hasMore: false, forget: [], restart: false };

function workOf(item: FieldItemInput | Fields): Fields {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'id' && name !== 'after'));
}

/** What makes two items the same: not what their parts were waiting for. */
function contentOf(rest: Fields): Fields {
  return Object.fromEntries(
    (Object.entries(rest) as [string, Fields][]).map(([kind, input]) => {
      const { parts } = input as { parts?: Fields[] };
      return [kind, parts === undefined ? input : { ...input, parts: parts.map(workOf) }];
    }),
  );
}

function slotsIn(input: Fields): unknown[] {
  const inner = ((input.parts ?? []) as Fields[]).flatMap((part) => Object.values(part) as Fields[]);
  const all = [input, ...inner];
  return [...all, ...all.flatMap(piecesOf)].flatMap(({ evidence }) => (evidence ?? []) as unknown[]);
}

/** The answers of an inspection, the materials of an application. */
function piecesOf({ answers, materials }: Fields): Fields[] {
  return [answers, materials].flatMap((list) => (list ?? []) as Fields[]);
}

function sentFilesOf({ case: isCase, visit, note, application }: Fields, evidence: unknown) {
  const record = { id: '', evidence };
  return {
    ...(isCase === true ? { case: record } : {}),
    ...(visit === true ? { visit: record } : {}),
    ...(note === true ? { logEntry: record } : {}),
    ...(application === true
      ? { application: { id: '', materials: [{ files: evidence }], result: [] } }
      : {}),
  };
}

function link(kind: string, id: string) {
  return { type: kind.startsWith('case') ? 'CASE' : kind.startsWith('resident') ? 'RESIDENT' : 'VISIT', id };
}

function error(code: string): Fields {
  return { code, message: `退回：${code}`, path: [] };
}

function said(data: unknown): Response {
  return Response.json({ data });
}

function problem(code: string, status: number): Response {
  return Response.json({ errors: [{ message: code, extensions: { code } }] }, { status });
}

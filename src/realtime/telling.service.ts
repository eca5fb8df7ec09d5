import { type FormattedExecutionResult } from 'graphql';
import { type LiveApp } from '../app/live';
import { type Bearer } from '../auth/actor';
import { type LiveEvent, type LiveFinding, type LiveNotice } from '../auth/request';
import { type CollectionReader } from '../data/collection-reader';
import { type CaseEventNote } from '../modules/feed/case-event.events';
import { topicsOf } from '../modules/feed/topic.rules';
import { type FindingEventNote } from '../modules/inspections/finding-alert.events';
import { findingTopic } from '../modules/inspections/finding-alert.rules';
import { type NoticeAlertNote } from '../modules/notices/notice-alert.events';
import { alertTopic } from '../modules/notices/notice-alert.rules';
import { type Clock } from '../shared/clock';
import { TechnicalError } from '../shared/errors';
import { sentence, TECHNICAL_ERRORS, TOKEN_VOID } from '../shared/messages';
import { someAtOnce } from '../shared/some-at-once';
import { type LiveRunner } from './live-runner';
import { type Poster } from './poster';
import { farewell, isSendable, TOKEN_ENDED, type ServerMessage } from './protocol';
import { type WatchRepo } from './watch.repo';
import { type Watch } from './watch.type';

/** Messages on their way at a time, to an audience: as many as the client of API Gateway has connections. */
const POSTS_AT_ONCE = 50;

/** What came of telling about one event, for the log. */
export interface Told {
  readonly watches: number;
  /** Times the operation was run: once for each different question of each different audience. */
  readonly runs: number;
  readonly sent: number;
}

/** What is told: who watches it, who is known to it by name, what it is, and how to ask for it again. */
interface Happening {
  readonly topics: readonly string[];
  readonly people: Pick<ReadonlySet<string>, 'has'>;
  readonly event: LiveEvent | LiveNotice | LiveFinding;
  readonly key: Readonly<Record<string, string | number>>;
}

/** Tells those who watch one of an event's topics what has happened. */
export class TellingService {
  constructor(
    private readonly repo: WatchRepo,
    private readonly run: LiveRunner,
    private readonly app: Pick<LiveApp, 'newReads' | 'standings'>,
    private readonly poster: Poster,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells everyone who watches and may see the case; whoever is gone is forgotten, and whose token has ended is closed. A store's
   * failure is thrown.
   */
  async tell(event: CaseEventNote): Promise<Told> {
    const { caseId, number, from, to, people } = event;
    const key = { caseId, number };
    return this.#tell({ topics: topicsOf(event), people, event: { caseId, number, from, to }, key });
  }

  /** Tells everyone who watches and whom an urgent notice is for; each by themselves where that depends on who they are. */
  async tellAlert({ notice, areas, isPersonal }: NoticeAlertNote): Promise<Told> {
    const people = { has: () => isPersonal };
    return this.#tell({ topics: areas.map(alertTopic), people, event: { notice }, key: { notice } });
  }

  /** Tells everyone who watches and sees the finding. */
  async tellFinding({ areas, people, ...finding }: FindingEventNote): Promise<Told> {
    const { caseId, number } = finding;
    const topics = areas.map(findingTopic);
    return this.#tell({ topics, people, event: { finding }, key: { caseId, number } });
  }

  async #tell(event: Happening): Promise<Told> {
    const all = await this.repo.watching(event.topics);
    const now = this.clock.now();
    const watches = all.filter(({ until }) => until > now);
    const over = new Set(all.filter(({ until }) => until <= now).map(({ connection }) => connection));
    const standing = this.app.standings.standingOf(watches.map(({ bearer }) => bearer));
    const audiences = [...groupBy(watches, (watch) => audienceOf(watch, event)).values()];
    const reads = this.app.newReads();
    const [sent] = await Promise.all([
      Promise.all(
        audiences.map(async (audience) => {
          const [first] = audience;
          const [result, stands] = await Promise.all([this.#ask(first, event, reads), standing]);
          const unwanted = audience.filter(({ bearer }) => !stands(bearer));
          await someAtOnce(POSTS_AT_ONCE, unwanted, (watch) => this.#end(watch));
          if (isUnseen(result)) return 0;
          const told = audience.filter(({ bearer }) => stands(bearer));
          await someAtOnce(POSTS_AT_ONCE, told, (watch) => this.#send(watch, nextOf(watch, result, event)));
          return told.length;
        }),
      ),
      someAtOnce(POSTS_AT_ONCE, [...over], (connection) => this.#close(connection)),
    ]);
    return {
      watches: watches.length,
      runs: audiences.length,
      sent: sent.reduce((sum, each) => sum + each, 0),
    };
  }

  /** The operation's answer to an audience, of whom whoever is known to the case speaks for themselves. */
  async #ask(
    { operation, language, bearer }: Watch,
    event: Happening,
    reads: CollectionReader,
  ): Promise<FormattedExecutionResult> {
    const listener = { language, bearer: speakerOf(bearer, event) };
    const live = { moment: 'HAPPENED', event: event.event } as const;
    const result = await this.run(operation, listener, live, reads);
    if (codesOf(result).includes('TRY_AGAIN')) throw new TechnicalError('TRY_AGAIN');
    return result;
  }

  /** Ends what is watched by a token that is void, and says so: by a new one it can be watched again. */
  async #end({ connection, id, language }: Watch): Promise<void> {
    await this.repo.unwatch(connection, id);
    const message = sentence(TOKEN_VOID, language);
    const payload = [{ message, extensions: { code: 'UNAUTHENTICATED' } }];
    await this.#send({ connection }, { type: 'error', id, payload });
  }

  /** Closes a connection whose token has ended: its client comes again with a new one, and asks for this event. */
  async #close(connection: string): Promise<void> {
    for (const message of farewell(TOKEN_ENDED)) await this.#send({ connection }, message);
    await this.poster.close(connection);
    await this.repo.forget(connection);
  }

  async #send({ connection }: Pick<Watch, 'connection'>, message: ServerMessage): Promise<void> {
    const outcome = await this.poster.post(connection, message);
    if (outcome === 'GONE') await this.repo.forget(connection);
  }
}

/** The event as it is told; one that is larger than can be sent says only what to ask for again. */
function nextOf(
  { id, language }: Watch,
  payload: FormattedExecutionResult,
  { key }: Happening,
): ServerMessage {
  const whole: ServerMessage = { type: 'next', id, payload };
  if (isSendable(whole)) return whole;
  const message = sentence(TECHNICAL_ERRORS.EVENT_TOO_LARGE, language);
  const extensions = { code: 'EVENT_TOO_LARGE', ...key };
  return { type: 'next', id, payload: { data: null, errors: [{ message, extensions }] } };
}

/** Nobody in particular: what somebody sees by their appointments alone. */
const ANYBODY = { id: 'audience', name: '', issuedAt: 0 } as const;

/**
 * Who asks. What may be seen of a case is decided by appointments, and by who one is only where the case knows one: all others with
 * the same appointments are one audience.
 */
function speakerOf(bearer: Bearer, { people }: Happening): Bearer {
  return people.has(bearer.id) ? bearer : { ...ANYBODY, appointments: bearer.appointments };
}

/** Same audience, same question: same answer. */
function audienceOf({ bearer, language, operation }: Watch, event: Happening): string {
  const { id, appointments } = speakerOf(bearer, event);
  // What may be seen does not depend on which appointment it is, only on its role and place.
  const posts = appointments.map(({ role, area, department, to }) => [role, area, department, to]);
  return JSON.stringify([id, posts, language, operation]);
}

/** Whoever may not see a case is not even told that there is one. */
function isUnseen(result: FormattedExecutionResult): boolean {
  const refused = codesOf(result).some((code) => ['NOT_FOUND', 'FORBIDDEN'].includes(code));
  return refused || result.data == null;
}

function codesOf({ errors = [] }: FormattedExecutionResult): string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

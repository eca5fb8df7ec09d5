import { type FormattedExecutionResult } from 'graphql';
import { type App } from '../app';
import { type CaseMoved } from '../modules/cases/case.events';
import { pathOf } from '../shared/area-code';
import { type Clock } from '../shared/clock';
import { TechnicalError } from '../shared/errors';
import { type LiveRunner } from './live-runner';
import { type Poster } from './poster';
import { type ServerMessage } from './protocol';
import { type WatchRepo } from './watch.repo';
import { type Watch } from './watch.type';

/** What came of telling about one event, for the log. */
export interface Told {
  readonly watches: number;
  /** Times the operation was run: once for each different question of each different person. */
  readonly runs: number;
  readonly sent: number;
}

/** Tells those who watch an area that a case in it has moved. */
export class TellingService {
  constructor(
    private readonly repo: WatchRepo,
    private readonly run: LiveRunner,
    private readonly app: Pick<App, 'newReads'>,
    private readonly poster: Poster,
    private readonly clock: Clock,
  ) {}

  /** Tells everyone who watches and may see the case; whoever is gone is forgotten. A store's failure is thrown. */
  async tell({ id: caseId, area }: CaseMoved): Promise<Told> {
    const all = await this.repo.watching(pathOf(area));
    const now = this.clock.now();
    const watches = all.filter(({ until }) => until > now);
    const audiences = groupBy(watches, audienceOf);
    const reads = this.app.newReads();
    const sent = await Promise.all(
      audiences.map(async (audience) => {
        const [first] = audience;
        if (first === undefined) return 0;
        const result = await this.run(first.operation, first, { moment: 'MOVED', caseId }, reads);
        const codes = codesOf(result);
        if (codes.includes('TRY_AGAIN')) throw new TechnicalError('TRY_AGAIN');
        if (codes.includes('UNAUTHENTICATED'))
          await Promise.all(audience.map((watch) => this.#end(watch, result)));
        if (isUnseen(result)) return 0;
        await Promise.all(
          audience.map((watch) => this.#send(watch, { type: 'next', id: watch.id, payload: result })),
        );
        return audience.length;
      }),
    );
    return {
      watches: watches.length,
      runs: audiences.length,
      sent: sent.reduce((sum, each) => sum + each, 0),
    };
  }

  /** Ends what is watched by a token that is void, and says so: by a new one it can be watched again. */
  async #end(watch: Watch, { errors = [] }: FormattedExecutionResult): Promise<void> {
    await this.repo.unwatch(watch.connection, watch.id);
    await this.#send(watch, { type: 'error', id: watch.id, payload: errors });
  }

  async #send({ connection }: Watch, message: ServerMessage): Promise<void> {
    const outcome = await this.poster.post(connection, message);
    if (outcome === 'GONE') await this.repo.forget(connection);
  }
}

/** Same token, same question: same answer. */
function audienceOf({ bearer, language, operation }: Watch): string {
  return JSON.stringify([bearer, language, operation]);
}

/** Whoever may not see a case is not even told that there is one. */
function isUnseen(result: FormattedExecutionResult): boolean {
  const refused = codesOf(result).some((code) => ['NOT_FOUND', 'FORBIDDEN'].includes(code));
  return refused || result.data == null;
}

function codesOf({ errors = [] }: FormattedExecutionResult): string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

import { type FormattedExecutionResult } from 'graphql';
import { type App } from '../app';
import { type CaseMoved } from '../modules/cases/case.events';
import { pathOf } from '../shared/area-code';
import { type Clock } from '../shared/clock';
import { type LiveRunner } from './live-runner';
import { type Poster } from './poster';
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
        if (isUnseen(result)) return 0;
        await Promise.all(audience.map((watch) => this.#send(watch, result)));
        return audience.length;
      }),
    );
    return {
      watches: watches.length,
      runs: audiences.length,
      sent: sent.reduce((sum, each) => sum + each, 0),
    };
  }

  async #send({ connection, id }: Watch, payload: FormattedExecutionResult): Promise<void> {
    const outcome = await this.poster.post(connection, { type: 'next', id, payload });
    if (outcome === 'GONE') await this.repo.forget(connection);
  }
}

/** Same person, same question: same answer. */
function audienceOf({ actor, language, operation }: Watch): string {
  return JSON.stringify([actor, language, operation]);
}

/** Whoever may not see a case is not even told that there is one. */
function isUnseen({ data, errors = [] }: FormattedExecutionResult): boolean {
  const refused = errors.some(({ extensions }) =>
    ['NOT_FOUND', 'FORBIDDEN'].includes(String(extensions?.code)),
  );
  return refused || data == null;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

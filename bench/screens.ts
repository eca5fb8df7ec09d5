import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ApolloServer } from '@apollo/server';
import { readOperations } from '../local/editor/operations';
import { fillIn, needsWhatWasMade } from '../local/editor/page/examples';
import { drawTable } from '../local/say';
import { seedId } from '../local/seed/ids';
import { PEOPLE, type SeedPerson } from '../local/seed/people';
import { type ApiContext } from '../src/api/context';
import { createSchema } from '../src/api/schema';
import { createServer } from '../src/api/server';
import { createServices } from '../src/app';
import { createStandings } from '../src/app/standings';
import { type Foundation } from '../src/app/foundation';
import { createCollectionReader } from '../src/data/collection-reader';
import { type Budget } from '../test/support/budgets/budget';
import { Meter } from '../test/support/meter';
import { median } from './statistics';

/** What a screen costs on a table. */
export interface ScreenCost {
  readonly screen: string;
  readonly trips: number;
  readonly reads: number;
  /** Median of all rounds. */
  readonly ms: number;
  /** Rows in the longest list of the answer. */
  readonly rows: number;
}

const ROUNDS = 25;

/**
 * Runs every query of `schema/operations` on a seeded table, each as the person who sees most of it; save those of what
 * one makes oneself before, whose size is not the table's.
 */
export async function measureScreens(foundation: Foundation): Promise<ScreenCost[]> {
  const meter = new Meter(foundation.table.client);
  const ask = asker(foundation);
  const screens = readOperations(join('schema', 'operations')).filter(
    ({ kind, variables }) => kind === 'query' && !needsWhatWasMade(variables),
  );
  const costs: ScreenCost[] = [];
  for (const { name, query, variables } of screens) {
    const run = (who: SeedPerson) => ask(who, query, variablesOf(variables));
    const who = await whoSeesMost(run);
    if (who === undefined) throw new Error(`Nobody may run ${name} with its example.`);
    const times: number[] = [];
    let answer: unknown;
    for (let round = 0; round < ROUNDS; round += 1) {
      meter.reset();
      const started = performance.now();
      answer = (await run(who)).data;
      times.push(performance.now() - started);
    }
    const { waves: trips, readUnits: reads } = meter;
    costs.push({ screen: name, trips, reads, ms: median(times), rows: longestList(answer) });
  }
  return costs;
}

/** The costs of each screen on two tables side by side, with the budget; what exceeds it is marked. */
export async function compareScreens(
  one: { readonly size: string; readonly costs: readonly ScreenCost[] },
  other: { readonly size: string; readonly costs: readonly ScreenCost[] },
): Promise<string> {
  const budgets = await readBudgets();
  const show = (cost: ScreenCost | undefined, budget: Budget | undefined) => {
    if (cost === undefined) return '';
    const { trips, reads, ms, rows } = cost;
    const isOver = budget !== undefined && (trips > budget.trips || reads > budget.reads);
    return `${trips}, ${reads}, ${ms.toFixed(1)}, ${rows}${isOver ? ' OVER' : ''}`;
  };
  return drawTable([
    ['screen', 'budget', one.size, other.size, '(round trips, read units, ms, rows)'],
    ...one.costs.map((cost) => {
      const budget = budgets[cost.screen];
      const counterpart = other.costs.find(({ screen }) => screen === cost.screen);
      const allowed = budget === undefined ? '' : `${budget.trips}, ${budget.reads}`;
      return [cost.screen, allowed, show(cost, budget), show(counterpart, budget)];
    }),
  ]);
}

/** The budgets that the house tests hold, by operation. */
async function readBudgets(): Promise<Readonly<Record<string, Budget>>> {
  const folder = join(__dirname, '..', 'test', 'support', 'budgets');
  const files = readdirSync(folder).filter((file) => file.endsWith('.budgets.ts'));
  const modules = await Promise.all(
    files.map(async (file) => (await import(join(folder, file))) as Record<string, Record<string, Budget>>),
  );
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module))) as Record<string, Budget>;
}

function asker(foundation: Foundation) {
  const server: ApolloServer<ApiContext> = createServer(createSchema(), { stage: 'bench' });
  const services = createServices(foundation, createStandings(foundation));
  return async (actor: SeedPerson, query: string, variables: Record<string, unknown>) => {
    const contextValue: ApiContext = {
      ...{ actor, tokenError: undefined, language: 'zh', requestId: 'bench', services },
      reads: createCollectionReader(foundation.table),
    };
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('The answer came in parts.');
    return body.singleResult;
  };
}

/** Of all who may run it the one who sees most. */
async function whoSeesMost(
  run: (who: SeedPerson) => Promise<{ data?: unknown; errors?: unknown }>,
): Promise<SeedPerson | undefined> {
  let [best, most]: [SeedPerson | undefined, number] = [undefined, -1];
  for (const who of PEOPLE) {
    const { data, errors } = await run(who);
    const rows = longestList(data);
    if (errors === undefined && rows > most) [best, most] = [who, rows];
  }
  return best;
}

function variablesOf(example: string): Record<string, unknown> {
  if (example === '') return {};
  return JSON.parse(fillIn(example, seedId('CASE', 3))) as Record<string, unknown>;
}

function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Math.max(own, ...Object.values(value).map(longestList), 0);
}

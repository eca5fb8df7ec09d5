import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type WholeApp } from '../src/app/backstage';
import { openTable, type Table } from '../src/data/table';
import { readEnv } from '../src/shared/env';
import { derivedId } from '../src/shared/ids';
import { LaptopProblem } from './problem';
import { withoutStream } from './resources/stream';
import { say } from './say';
import { fill, type FillHooks } from './seed/district/fill';
import { type GridPlan } from './seed/district/plan';
import { progress } from './seed/estimate';
import { PEOPLE } from './seed/people';
import { noteAll } from './seed/pointers';
import { seed } from './seed/seed';
import { planFor, type SeedSize } from './seed/size';

/** Where it is kept how far a table has been seeded. */
const MARK = { pk: 'LAPTOP', sk: 'SEEDED' };

/** How far a table has been seeded: in which size, and how many grids of its plan. */
interface Mark {
  readonly size: SeedSize;
  readonly grids: number;
  readonly isWhole: boolean;
}

/** What may be said about a seeding. */
export interface SeedOptions {
  readonly size?: SeedSize | undefined;
  /** The grids to fill; those of the size when nothing is said. */
  readonly plan?: readonly GridPlan[];
  /** Told how far it has come, in the user's language. */
  readonly tell?: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** The time, where the system's own clock is not the true one. */
  readonly now?: Date | undefined;
}

/** The day since when the district's workers hold their posts. */
const APPOINTED = '2026-01-01';

/** What is to be done once the grids are filled: their workers appointed, their load counted. */
function hooksOf({ appointmentChanges, loads }: WholeApp['services']): FillHooks {
  const acting = new Set(PEOPLE.map(({ id }) => id));
  return {
    appoint: (workers) =>
      appointmentChanges.importAppointments(
        workers
          .filter(({ person }) => !acting.has(person))
          .map(({ person, name: workName, role, area }) => ({
            ...{ id: derivedId(`appointment|${person}|${area}`), from: APPOINTED },
            ...{ person, workName, role, area },
          })),
      ),
    countLoad: async (grid) => {
      await loads.recount(grid);
    },
  };
}

/**
 * Seeds a table that was not seeded to the end before, from where it was left; what people did since stays. Without a
 * size it is the one that the table has, and `small` for a new one.
 *
 * @throws LaptopProblem when the table holds another size
 */
export async function seedOnce(
  app: Pick<WholeApp, 'services' | 'newReads'>,
  options: SeedOptions = {},
): Promise<void> {
  const { tableName: name, dynamodbEndpoint: endpoint } = readEnv();
  const table = openTable({ name, endpoint });
  const standing = await readMark(table);
  const size = options.size ?? standing?.size ?? 'small';
  if (standing !== undefined && standing.size !== size) throw otherSize(standing, size);
  if (standing?.isWhole === true) return;
  const plan = options.plan ?? planFor(size);
  const keep = (grids: number, isWhole: boolean) => writeMark(table, { size, grids, isWhole });
  const done = standing?.grids ?? 0;
  if (standing === undefined && plan.length > 0) await keep(0, false);
  if (done === 0) {
    await seed(app, options.now);
    await noteAll(table, app.services);
  }
  if (plan.length > 0)
    await withoutStream({ name, endpoint }, () => fillPlan(app, plan, done, keep, options));
  await keep(plan.length, true);
}

/** The size that a table has or is going to have, and the grids that are still to be filled. */
export async function remainingOf(
  wanted: SeedSize | undefined,
): Promise<{ size: SeedSize; plan: readonly GridPlan[] }> {
  const { tableName: name, dynamodbEndpoint: endpoint } = readEnv();
  const standing = await readMark(openTable({ name, endpoint }));
  const size = standing?.size ?? wanted ?? 'small';
  return { size, plan: standing?.isWhole === true ? [] : planFor(size).slice(standing?.grids ?? 0) };
}

async function fillPlan(
  { services }: Pick<WholeApp, 'services'>,
  plan: readonly GridPlan[],
  done: number,
  keep: (grids: number, isWhole: boolean) => Promise<void>,
  { tell = () => undefined, signal }: SeedOptions,
): Promise<void> {
  const started = Date.now();
  const onGrid = async ({ grids, items }: { grids: number; items: number }) => {
    await keep(grids, false);
    tell(progress(plan, { grids, items, since: { grids: done, ms: Date.now() - started } }));
  };
  await fill(services, plan, { done, onGrid, signal }, hooksOf(services));
}

async function readMark({ client, name }: Table): Promise<Mark | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: MARK, ConsistentRead: true }));
  // A laptop that was seeded before there were sizes has a bare mark.
  return Item && { size: 'small', grids: 0, isWhole: true, ...Item };
}

async function writeMark({ client, name }: Table, mark: Mark): Promise<void> {
  await client.send(new PutCommand({ TableName: name, Item: { ...MARK, ...mark } }));
}

function otherSize({ size, isWhole }: Mark, wanted: SeedSize): LaptopProblem {
  const half = isWhole ? '' : say(' (not yet whole)', '(尚未完成)');
  return new LaptopProblem(
    say(
      `This laptop holds the seed "${size}"${half}, not "${wanted}". Begin anew with npm start -- --fresh --seed ${wanted}, or keep what is there with npm start.`,
      `本机数据为 ${size} 规模${half},而不是 ${wanted}。请用 npm start -- --fresh --seed ${wanted} 重新开始,或直接 npm start 保留现有数据。`,
    ),
  );
}

import { type EntityItem } from 'electrodb';
import { commit, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createRoutingDayEntity, createRoutingSetEntity, type RoutingSetEntity } from './routing.entity';
import { ROUTING_MOVES, type RoutingMove, type RoutingState } from './routing.machine';
import { type RoutingRule } from './routing.rules';
import { type RoutingSet, type RoutingSetSummary, type RoutingStep } from './routing.type';

/** What lists show. */
interface Row {
  readonly from: Day;
  /** When it was proposed, RFC 3339 UTC. */
  readonly at: string;
  readonly state: RoutingState;
  readonly reason: string;
  readonly by: RoutingSetSummary['proposedBy'];
}

/** The rules that hold on a day, and the set that they are. */
export interface HoldingRules {
  readonly set: string;
  /** Since which day; what holds from a day that has come never changes. */
  readonly from: Day;
  readonly rules: readonly RoutingRule[];
}

/** What became of a write: done, or the set as it stands. */
export type RoutingSave =
  { readonly done: true } | { readonly done: false; readonly standing?: RoutingSet | undefined };

/** Reads and writes sets of routing rules. */
export class RoutingRepo {
  readonly #sets: RoutingSetEntity;
  readonly #days;

  constructor(private readonly table: Table) {
    this.#sets = lazily(() => createRoutingSetEntity(table));
    this.#days = lazily(() => createRoutingDayEntity(table));
  }

  /** The set with this id; one GetItem. */
  async find(id: string, { consistent = false } = {}): Promise<RoutingSet | undefined> {
    const { data } = await this.#sets.get({ id }).go({ consistent });
    return data === null ? undefined : toSet(data);
  }

  /** What holds in a district on a day; one Query of one row. */
  async holding(district: string, day: Day): Promise<HoldingRules | undefined> {
    const { data } = await this.#days.query
      .primary({ district })
      .lte({ from: day })
      .go({ order: 'desc', limit: 1 });
    const [found] = data;
    return (
      found && { set: found.set, from: found.from, rules: JSON.parse(found.rules) as readonly RoutingRule[] }
    );
  }

  /** The sets of a district, newest first; one Query. */
  async ofDistrict(district: string, page: PageKey): Promise<Page<RoutingSetSummary>> {
    const { data } = await this.#sets.query.ofDistrict({ district }).go({
      ...{ limit: rowsToRead(page.limit), order: 'desc', ignoreOwnership: true },
      cursor: page.afterKey === undefined ? null : cursorAfter(district, page.afterKey),
    });
    return pageFrom(
      data.map(({ id, row }) => ({
        row: toSummary({ id, district, row: row as Row }),
        key: `${(row as Row).at}#${id}`,
      })),
      page.limit,
    );
  }

  /** Writes a new set; one that is approved already, as the seed brings it, holds with the same write. */
  async create(set: RoutingSet, gate: Gate | undefined): Promise<RoutingSave> {
    const put = this.#sets
      .put(toStored(set))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return this.#save(put, set, gate);
  }

  /**
   * Writes what became of a set, if nothing has yet; and only by somebody else than who proposed it, or by that person, as the
   * move says. With its approval it holds from its day on: both or neither.
   */
  async settle(set: RoutingSet, move: RoutingMove, gate: Gate | undefined): Promise<RoutingSave> {
    const person = set.decidedBy?.id ?? '';
    const put = this.#sets
      .put(toStored(set))
      .where(({ state, proposer }, { eq, ne }) => {
        const whose = ROUTING_MOVES[move].by === 'PROPOSER' ? eq(proposer, person) : ne(proposer, person);
        return `${eq(state, 'PROPOSED')} AND ${whose}`;
      })
      .params<PreparedPut>();
    return this.#save(put, set, gate);
  }

  async #save(put: PreparedPut, set: RoutingSet, gate: Gate | undefined): Promise<RoutingSave> {
    const { district, from, id, rules } = set;
    const day = this.#days
      .put({ district, from, set: id, rules: JSON.stringify(rules) })
      .params<PreparedPut>();
    const result = await commit(this.table, set.state === 'APPROVED' ? [put, day] : [put], gate);
    if (result.done) return result;
    const { data } =
      result.found[0] === undefined ? { data: null } : this.#sets.parse({ Item: result.found[0] });
    return { done: false, standing: data === null ? undefined : toSet(data) };
  }
}

function toStored(set: RoutingSet): EntityItem<RoutingSetEntity> {
  const { id, district, from, state, reason, rules, steps, proposedBy: by } = set;
  const proposedAt = set.proposedAt.toISOString();
  const row: Row = { from, at: proposedAt, state, reason, by };
  return { id, district, state, proposer: by.id, proposedAt, row, rules: JSON.stringify(rules), steps };
}

function toSet(stored: EntityItem<RoutingSetEntity>): RoutingSet {
  const { id, district, rules } = stored;
  const summary = toSummary({ id, district, row: stored.row as Row });
  const steps = stored.steps as readonly RoutingStep[];
  return { ...summary, ...decisionOf(steps), rules: JSON.parse(rules) as readonly RoutingRule[], steps };
}

/** What the steps of a set say of its decision. */
export function decisionOf([, decision]: readonly RoutingStep[]): Pick<
  RoutingSet,
  'decidedBy' | 'decidedAt' | 'decisionReason'
> {
  if (decision === undefined) return {};
  return { decidedBy: decision.by, decidedAt: new Date(decision.at), decisionReason: decision.reason };
}

function toSummary(facts: { id: string; district: string; row: Row }): RoutingSetSummary {
  const { id, district, row } = facts;
  const { from, at, state, reason, by } = row;
  return { id, district, from, state, reason, proposedBy: by, proposedAt: new Date(at) };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(district: string, key: string): string {
  const start = {
    ...{ pk: `ROUTING_SET#${key.split('#').at(-1) ?? ''}`, sk: 'ROUTING_SET' },
    ...{ gsi2pk: `ROUTING_SETS#${district}`, gsi2sk: key },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}

import { type EntityItem } from 'electrodb';
import { commit, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  createRulesetDayEntity,
  createRulesetEntity,
  type RulesetEntity,
  type RulesetNames,
} from './ruleset.entity';
import { RULESET_MOVES, type RulesetMove, type RulesetState } from './ruleset.machine';
import {
  decisionOf,
  type HoldingRules,
  type Ruleset,
  type RulesetPerson,
  type RulesetStep,
  type RulesetSummary,
} from './ruleset.rules';

/** What lists show. */
interface Row {
  readonly from: Day;
  /** When it was proposed, RFC 3339 UTC. */
  readonly at: string;
  readonly state: RulesetState;
  readonly reason: string;
  readonly by: RulesetPerson;
}

/** What became of a write: done, or the set as it stands. */
export type RulesetSave<Rules> =
  { readonly done: true } | { readonly done: false; readonly standing?: Ruleset<Rules> | undefined };

/** Reads and writes the sets of one kind of rules; what the rules say is nothing to it, it keeps them as JSON. */
export class RulesetRepo<Rules> {
  readonly #sets: RulesetEntity;
  readonly #days;

  constructor(
    private readonly table: Table,
    private readonly names: RulesetNames,
  ) {
    this.#sets = lazily(() => createRulesetEntity(table, names));
    this.#days = lazily(() => createRulesetDayEntity(table, names));
  }

  /** The set with this id; one GetItem. */
  async find(id: string, { consistent = false } = {}): Promise<Ruleset<Rules> | undefined> {
    const { data } = await this.#sets.get({ id }).go({ consistent });
    return data === null ? undefined : toSet<Rules>(data);
  }

  /** What holds in a district on a day; one Query of one row. */
  async holding(district: string, day: Day): Promise<HoldingRules<Rules> | undefined> {
    const { data } = await this.#days.query
      .primary({ district })
      .lte({ from: day })
      .go({ order: 'desc', limit: 1 });
    const [found] = data;
    return found && { set: found.set, from: found.from, rules: JSON.parse(found.rules) as Rules };
  }

  /** The sets of a district, newest first; one Query. */
  async ofDistrict(district: string, page: PageKey): Promise<Page<RulesetSummary>> {
    const { data } = await this.#sets.query.ofDistrict({ district }).go({
      ...{ limit: rowsToRead(page.limit), order: 'desc', ignoreOwnership: true },
      cursor: page.afterKey === undefined ? null : cursorAfter(this.names, district, page.afterKey),
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
  async create(set: Ruleset<Rules>, gate: Gate | undefined): Promise<RulesetSave<Rules>> {
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
  async settle(set: Ruleset<Rules>, move: RulesetMove, gate: Gate | undefined): Promise<RulesetSave<Rules>> {
    const person = set.decidedBy?.id ?? '';
    const put = this.#sets
      .put(toStored(set))
      .where(({ state, proposer }, { eq, ne }) => {
        const whose = RULESET_MOVES[move].by === 'PROPOSER' ? eq(proposer, person) : ne(proposer, person);
        return `${eq(state, 'PROPOSED')} AND ${whose}`;
      })
      .params<PreparedPut>();
    return this.#save(put, set, gate);
  }

  async #save(put: PreparedPut, set: Ruleset<Rules>, gate: Gate | undefined): Promise<RulesetSave<Rules>> {
    const { district, from, id, rules } = set;
    const day = this.#days
      .put({ district, from, set: id, rules: JSON.stringify(rules) })
      .params<PreparedPut>();
    const result = await commit(this.table, set.state === 'APPROVED' ? [put, day] : [put], gate);
    if (result.done) return result;
    const { data } =
      result.found[0] === undefined ? { data: null } : this.#sets.parse({ Item: result.found[0] });
    return { done: false, standing: data === null ? undefined : toSet<Rules>(data) };
  }
}

function toStored(set: Ruleset<unknown>): EntityItem<RulesetEntity> {
  const { id, district, from, state, reason, rules, steps, proposedBy: by } = set;
  const proposedAt = set.proposedAt.toISOString();
  const row: Row = { from, at: proposedAt, state, reason, by };
  return { id, district, state, proposer: by.id, proposedAt, row, rules: JSON.stringify(rules), steps };
}

function toSet<Rules>(stored: EntityItem<RulesetEntity>): Ruleset<Rules> {
  const { id, district, rules } = stored;
  const summary = toSummary({ id, district, row: stored.row as Row });
  const steps = stored.steps as readonly RulesetStep[];
  return { ...summary, ...decisionOf(steps), rules: JSON.parse(rules) as Rules, steps };
}

function toSummary(facts: { id: string; district: string; row: Row }): RulesetSummary {
  const { id, district, row } = facts;
  const { from, at, state, reason, by } = row;
  return { id, district, from, state, reason, proposedBy: by, proposedAt: new Date(at) };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter({ set, list }: RulesetNames, district: string, key: string): string {
  const start = {
    ...{ pk: `${set}#${key.split('#').at(-1) ?? ''}`, sk: set },
    ...{ gsi2pk: `${list}#${district}`, gsi2sk: key },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}

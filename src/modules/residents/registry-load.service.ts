import { type PreparedPut } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type HouseholdRepo } from './household.repo';
import { type HouseholdFile } from './household.type';
import { type RegistryDraftService } from './registry-draft.service';
import {
  type HouseholdRow,
  householdOf,
  importChange,
  planRows,
  type ResidentRow,
  type RowDraft,
} from './registry-rows.rules';
import { planDeparture } from './residence-plan.rules';
import { type ResidentRepo } from './resident.repo';

/** A resident of a fresh area, who may have left again since. */
export interface LoadedResident extends ResidentRow {
  /** Day of moving out, YYYY-MM-DD. */
  readonly until?: string | undefined;
}

/** A household of a fresh area, with all who live and lived in it. */
export interface LoadedHousehold {
  readonly home: HouseholdRow;
  readonly people: readonly LoadedResident[];
}

/** What was loaded. */
export interface Loaded {
  readonly households: number;
  readonly residents: number;
  readonly items: number;
}

/** How many households are made ready together: enough that sealing never waits for the table. */
const AT_ONCE = 16;

/**
 * Loads fresh areas, several times as fast as an import and with the same items. Each row is checked by itself; what is
 * on file already is **not**: no household behind the same door, no resident who lives elsewhere, no version is looked
 * at, whatever has the same id is replaced, and a load that was stopped leaves a household half written. So it is only
 * for areas in which nobody works yet; to load the same rows again makes it whole.
 */
export class RegistryLoadService {
  constructor(
    private readonly households: HouseholdRepo,
    private readonly residents: ResidentRepo,
    private readonly drafts: RegistryDraftService,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads households; they are taken one after the other, so they may be more than memory holds.
   * @throws Refusal for the first row that the registry's rules do not allow
   */
  async load(households: Iterable<LoadedHousehold>): Promise<Loaded> {
    const count = { households: 0, residents: 0 };
    const prepare = (some: readonly LoadedHousehold[]) =>
      Promise.all(some.map((household) => this.#putsOf(household)));
    async function* puts() {
      for (const some of inGroups(households, AT_ONCE)) {
        count.households += some.length;
        count.residents += some.reduce((sum, { people }) => sum + people.length, 0);
        for (const ready of await prepare(some)) yield* ready;
      }
    }
    return { items: await this.residents.load(puts()), ...count };
  }

  async #putsOf({ home, people }: LoadedHousehold): Promise<PreparedPut[]> {
    const empty = householdOf(home);
    const drafts = await Promise.all(people.map((row) => this.drafts.draft(empty.id, row)));
    const { household, arrivals } = planHousehold(empty, drafts, this.clock.now());
    return [
      this.households.replacing(household),
      ...arrivals.map(({ member }) => this.households.keeping(household.id, member)),
      ...arrivals.map(({ resident }) => this.residents.saving(resident)),
    ];
  }
}

/** The household with everybody who arrived, and left again where they did; a row that is refused is thrown. */
function planHousehold(empty: HouseholdFile, drafts: readonly RowDraft<LoadedResident>[], at: Date) {
  // Nobody has arrived in it: it is as it was first put on file.
  if (drafts.length === 0) return { household: empty, arrivals: [] };
  const { outcomes, arrivals, after } = planRows(empty, drafts, at);
  for (const each of outcomes) if (each.outcome === 'REFUSED') throw each.refusal;
  const untils = new Map(
    drafts.map((draft) => ('id' in draft ? [draft.id, draft.row.until] : ['', undefined])),
  );
  let household = after;
  const settled = arrivals.map((arrival) => {
    const on = untils.get(arrival.resident.id);
    if (on === undefined) return arrival;
    const occasion = { change: importChange(at, { what: 'MOVED_OUT' }), today: businessDate(at) };
    const { resident, homes } = planDeparture(
      arrival.resident,
      [household],
      { on, ending: 'MOVED_OUT' },
      occasion,
    );
    household = homes[0].household;
    return { resident, member: homes[0].member };
  });
  return { household, arrivals: settled };
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

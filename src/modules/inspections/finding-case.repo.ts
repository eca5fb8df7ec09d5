import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { longId, shortId } from '../../shared/ids';
import { type CaseStep } from '../cases/case.rules';
import { createFindingCaseEntity } from './finding-case.entity';
import { findingCaseFrom, type FindingCaseNote } from './finding-case.events';
import { type FindingCase } from './finding-case.rules';

/** What is kept beside the row: a list, for names of fields would be half of it. Times are ms since 1970, null is nothing. */
type Rest = readonly [
  inspection: string,
  lead: string | null,
  sender: string | null,
  departments: readonly string[],
  steps: readonly (readonly [move: CaseStep['move'], at: number])[],
];

/** Most that a file asks for: those of years. */
const MOST_ROWS = 200;

/** Reads and writes how the cases of findings stand. */
export class FindingCaseRepo {
  readonly #findings;

  constructor(private readonly table: Table) {
    this.#findings = lazily(() => createFindingCaseEntity(table));
  }

  /** Writes how they stand, in batches, over what stood there; of several of one case the last. Returns how many. */
  async keep(notes: readonly FindingCaseNote[]): Promise<number> {
    const last = new Map(notes.map((note) => [note.id, note]));
    const puts = [...last.values()].map((note) =>
      this.#findings
        .put({ premises: note.premises, short: shortId(note.id), row: note.row, rest: restOf(note) })
        .params<PreparedPut>(),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** The findings of premises, by id of their cases, at most the last 200; one Query. */
  async ofPremises(premises: string): Promise<ReadonlyMap<string, FindingCase>> {
    const { data } = await this.#findings.query.primary({ premises }).go({ limit: MOST_ROWS, order: 'desc' });
    const notes = data.map(({ short, row, rest }) => noteFrom(premises, longId(short), row, rest as Rest));
    return new Map(notes.map((note) => [note.id, findingCaseFrom(note)]));
  }
}

function restOf({ inspection, lead, sender, departments, steps }: FindingCaseNote): Rest {
  const moves = steps.map(({ move, at }) => [move, Date.parse(at)] as const);
  return [inspection, lead ?? null, sender ?? null, departments, moves];
}

function noteFrom(premises: string, id: string, row: unknown, rest: Rest): FindingCaseNote {
  const [inspection, lead, sender, departments, moves] = rest;
  const steps = moves.map(([move, at]) => ({ move, at: new Date(at).toISOString() }));
  return {
    ...{ premises, id, inspection, row, steps, departments },
    ...{ lead: lead ?? undefined, sender: sender ?? undefined },
  };
}

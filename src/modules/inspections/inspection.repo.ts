import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { longId, shortId } from '../../shared/ids';
import { checklistOf } from './checklist.rules';
import { createInspectionEntity, type InspectionEntity } from './inspection.entity';
import {
  type InspectionAnswer,
  type InspectionRecord,
  type InspectionResult,
  type WholeInspection,
} from './inspection.rules';

/**
 * What lists show, as it is kept: a letter for each answer in the order of the checklist, and of notes and cases only those
 * that there are, by the number of their item. A hundred rows are paid for by their bytes.
 */
type Row = readonly [
  checklist: string,
  version: number,
  by: string,
  role: string,
  results: string,
  notes: readonly (readonly [item: number, note: string])[],
  cases: readonly (readonly [item: number, id: string])[],
];

type Facts = Pick<WholeInspection, 'byId' | 'area' | 'name' | 'address' | 'place' | 'point'> & {
  readonly recordedAt: string;
};

const LETTERS: Readonly<Record<InspectionResult, string>> = { PASS: 'P', FAIL: 'F', NOT_APPLICABLE: 'N' };
const RESULTS = new Map(
  Object.entries(LETTERS).map(([result, letter]) => [letter, result as InspectionResult]),
);

/** The index copies only its keys, `id` and `row`. */
const WITH_KEYS = { ignoreOwnership: true, data: 'includeKeys' } as const;

/** Reads and writes inspections. */
export class InspectionRepo {
  readonly #inspections: InspectionEntity;

  constructor(private readonly table: Table) {
    this.#inspections = lazily(() => createInspectionEntity(table));
  }

  /** The inspection with this id; one Query of its collection. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<WholeInspection | undefined> {
    const items = await reads.read(`INSPECTION#${id}`, { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'INSPECTION'));
  }

  /** Those of these inspections that there are; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<WholeInspection[]> {
    const keys = ids.map((id) => ({ pk: `INSPECTION#${id}`, sk: 'INSPECTION' }));
    return (await readMany(this.table, keys)).flatMap((item) => this.fromItem(item) ?? []);
  }

  /** So many inspections of premises, newest first, after the one with this key; one Query. */
  async ofPremises(
    premises: string,
    limit: number,
    afterKey: string | undefined,
  ): Promise<readonly InspectionRecord[]> {
    const cursor = afterKey === undefined ? null : cursorAfter(premises, afterKey);
    const { data } = await this.#inspections.query
      .ofPremises({ premises })
      .go({ limit, cursor, order: 'desc', ...WITH_KEYS });
    const rows = data as unknown as readonly { id: string; row: unknown; gsi2sk: string }[];
    return rows.map(({ id, row, gsi2sk }) =>
      recordFrom({ id, premises, row, at: gsi2sk.split('#')[0] ?? '' }),
    );
  }

  /** A prepared write of a new inspection. */
  creating(inspection: WholeInspection): PreparedPut {
    return this.#inspections
      .put(toStored(inspection))
      .where(({ mark }, { notExists }) => notExists(mark))
      .params<PreparedPut>();
  }

  /** Writes a new inspection: one write of 2 units, with its row. */
  async create(
    reads: CollectionReader,
    inspection: PreparedPut,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, [inspection], gate);
  }

  /** The inspection in an item of its collection or of a failed condition. */
  fromItem(item: Record<string, unknown> | undefined): WholeInspection | undefined {
    const { data } = item === undefined ? { data: null } : this.#inspections.parse({ Item: item });
    if (data === null) return undefined;
    const { recordedAt, ...facts } = data.facts as Facts;
    return { ...recordFrom(data), ...facts, recordedAt: new Date(recordedAt), mark: data.mark };
  }
}

/** The key of an inspection among those of its premises. */
export function inspectionTurn({ at, id }: Pick<InspectionRecord, 'at' | 'id'>): string {
  return `${at.toISOString()}#${id}`;
}

function toStored(inspection: WholeInspection): EntityItem<InspectionEntity> {
  const { id, premises, checklist, version, by, role, answers, mark } = inspection;
  const { byId, area, name, address, place, point } = inspection;
  const row: Row = [
    ...([checklist, version, by, role] as const),
    answers.map(({ result }) => LETTERS[result]).join(''),
    answers.flatMap(({ note }, index) => (note === undefined ? [] : [[index, note] as const])),
    answers.flatMap(({ caseId }, index) => (caseId === undefined ? [] : [[index, shortId(caseId)] as const])),
  ];
  const recordedAt = inspection.recordedAt.toISOString();
  const facts: Facts = { byId, area, name, address, place, point, recordedAt };
  return { id, premises, at: inspection.at.toISOString(), row, facts, mark };
}

function recordFrom(stored: { id: string; premises: string; at: string; row?: unknown }): InspectionRecord {
  const [checklist, version, by, role, results, notes, cases] = stored.row as Row;
  const items = checklistOf(checklist, version)?.items ?? [];
  const answers = items.map(({ code }, index): InspectionAnswer => {
    const found = cases.find(([item]) => item === index)?.[1];
    return {
      item: code,
      result: RESULTS.get(results[index] ?? '') ?? 'NOT_APPLICABLE',
      note: notes.find(([item]) => item === index)?.[1],
      caseId: found === undefined ? undefined : longId(found),
    };
  });
  const { id, premises } = stored;
  return { id, premises, checklist, version, by, role, answers, at: new Date(stored.at) };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(premises: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = {
    ...{ pk: `INSPECTION#${id}`, sk: 'INSPECTION' },
    ...{ gsi2pk: `INSPECTIONS#${premises}`, gsi2sk: key },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}

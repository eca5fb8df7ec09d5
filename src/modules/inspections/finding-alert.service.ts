import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { pageOf } from '../../shared/page';
import { type CaseService, type CaseStandingFor } from '../cases/case.service';
import { decodePosition, encodePosition, positionAfter, readingOf } from '../feed/feed-cursor.rules';
import { type PremisesService } from '../places/premises.service';
import { type Premises } from '../places/premises.type';
import { itemWords, wordsOf } from './checklist.service';
import { type FindingEvent, type FindingEventNote } from './finding-alert.events';
import { findingTopic } from './finding-alert.rules';
import { type FindingAlert, type FindingAlertFeed } from './finding-alert.type';
import { type FindingEventRepo } from './finding-event.repo';
import { type InspectionRepo } from './inspection.repo';
import { type WholeInspection } from './inspection.rules';
import { type Reader } from './premises-file.service';

/** Who findings are read from. */
export interface FindingSources {
  readonly cases: Pick<CaseService, 'standing' | 'standings'>;
  readonly inspections: Pick<InspectionRepo, 'find' | 'many'>;
  readonly premises: Pick<PremisesService, 'lookUp' | 'many'>;
}

/** What an event is told of; each undefined where there is none, or none yet. */
interface Facts {
  readonly standing: CaseStandingFor | undefined;
  readonly inspection: WholeInspection | undefined;
  readonly premises: Premises | undefined;
}

/** What is found, told as it is found and as its state changes, and again to whoever was away. */
export class FindingAlertService {
  constructor(
    private readonly repo: Pick<FindingEventRepo, 'keep' | 'noted'>,
    private readonly sources: FindingSources,
    private readonly clock: Clock,
  ) {}

  /** What somebody watches who watches an area; NOT_FOUND when it is not theirs. */
  topicsOf(actor: Actor, area: string): readonly string[] {
    assertTheirs(actor, area);
    return [findingTopic(area)];
  }

  /**
   * Takes note of an event in each of its areas, by the time of noting. May be told twice. To be awaited before anybody is told:
   * whoever misses the telling finds the note.
   */
  async note(event: FindingEventNote): Promise<void> {
    await this.repo.keep(event, this.clock.now());
  }

  /**
   * An event to somebody who watches. Case, inspection and premises are read at once, strongly consistent.
   * @throws TechnicalError NOT_FOUND when they do not see the finding
   */
  async told(reader: Reader, event: FindingEvent): Promise<FindingAlert> {
    const { cases, inspections, premises } = this.sources;
    const [standing, inspection, place] = await Promise.all([
      cases.standing(reader.actor, reader.reads, event.caseId),
      inspections.find(reader.reads, event.inspection, { consistent: true }),
      premises.lookUp(event.premises, { consistent: true }),
    ]);
    const alert = await alertOf(reader, event, { standing, inspection, premises: place });
    if (alert === undefined) throw new TechnicalError('NOT_FOUND');
    return alert;
  }

  /**
   * What was found in an area since a cursor, as far as the actor sees it; without one, from this moment on. One Query, then a
   * BatchGetItem each for cases, inspections and premises, all at once.
   * @throws TechnicalError NOT_FOUND, BAD_USER_INPUT, CURSOR_INVALID
   */
  async since(
    reader: Reader,
    { area, cursor, first }: { area: string; cursor?: string | undefined; first: number },
  ): Promise<FindingAlertFeed> {
    const { limit } = pageOf({ first });
    assertTheirs(reader.actor, area);
    const now = this.clock.now();
    const position = cursor === undefined ? undefined : decodePosition(cursor, area, now);
    const reading = readingOf(position, area, now);
    const { events, more } = await this.repo.noted(reading, limit);
    const factsOf = await this.#factsOf(reader.actor, events);
    const alerts = await Promise.all(events.map((event) => alertOf(reader, event, factsOf(event))));
    const told = new Map(
      alerts.flatMap((alert) => (alert === undefined ? [] : [[alert.id, alert] as const])),
    );
    const next = positionAfter(reading, more ? events.at(-1)?.turn : undefined);
    return { alerts: [...told.values()], cursor: encodePosition(next), hasMore: more };
  }

  async #factsOf(actor: Actor, events: readonly FindingEvent[]): Promise<(event: FindingEvent) => Facts> {
    const idsOf = (idOf: (event: FindingEvent) => string) => [...new Set(events.map(idOf))];
    const [standings, inspections, premises] = await Promise.all([
      this.sources.cases.standings(
        actor,
        idsOf(({ caseId }) => caseId),
      ),
      this.sources.inspections.many(idsOf(({ inspection }) => inspection)).then(byId),
      this.sources.premises
        .many(
          actor,
          idsOf((event) => event.premises),
        )
        .then(byId),
    ]);
    return (event) => ({
      standing: standings.get(event.caseId),
      inspection: inspections.get(event.inspection),
      premises: premises.get(event.premises),
    });
  }
}

function assertTheirs(actor: Actor, area: string): void {
  if (grantFor(actor, 'inspection:watch', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
}

/**
 * The event as its reader sees it; undefined when they do not see the finding, or what was read of its case is older than the step.
 * Who sees it: whoever may see the premises and all that is found there, or its case, as in the premises' file.
 */
async function alertOf(
  { actor, language }: Reader,
  event: FindingEvent,
  { standing, inspection, premises }: Facts,
): Promise<FindingAlert | undefined> {
  const step = standing?.found.steps[event.number - 1];
  const answer = inspection?.answers.find(({ caseId }) => caseId === event.caseId);
  if (standing === undefined || inspection === undefined || premises === undefined) return undefined;
  if (step === undefined || answer?.item !== event.item) return undefined;
  const { area, name, kind, control, point, address } = premises;
  if (grantFor(actor, 'place:read', { area }) === undefined) return undefined;
  const seesAll = grantFor(actor, 'inspection:read-all', { area }) !== undefined;
  if (!seesAll && !standing.isReadable) return undefined;
  const words = await wordsOf({ code: inspection.checklist, version: inspection.version });
  const { title, fails } = itemWords(words, event.item);
  return {
    ...{ id: `${event.caseId}#${event.number}`, number: event.number, from: event.from, state: event.to },
    ...{ at: new Date(step.at), inspection: inspection.id, foundAt: inspection.at },
    ...{ grid: ancestorAt(inspection.area, 'GRID') ?? inspection.area },
    ...{ checklist: inspection.checklist, checklistName: words.name[language] },
    ...{ item: event.item, title: title[language], fails: fails[language], note: answer.note },
    ...{
      category: standing.found.category,
      premises: premises.id,
      name,
      kind,
      control,
      area,
      point,
      address,
    },
    case: standing.isReadable ? standing.found : undefined,
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

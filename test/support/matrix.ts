import { type Actor, type Role } from '../../src/auth/actor';
import { type CaseState } from '../../src/modules/cases/case.machine';
import { caseKey } from '../../src/modules/cases/case-keys.rules';
import { CaseRepo } from '../../src/modules/cases/case.repo';
import { type CaseStep, type Custodian } from '../../src/modules/cases/case.rules';
import { EvidenceRepo } from '../../src/modules/evidence/evidence.repo';
import { type PreparedPut } from '../../src/data/commit';
import { createCollectionReader } from '../../src/data/collection-reader';
import { newId } from '../../src/shared/ids';
import { run } from './api';
import { slotInput } from './cases';
import { ADJUSTMENTS_ROWS } from './matrix/adjustments.rows';
import { AREAS_ROWS } from './matrix/areas.rows';
import { CARE_ROWS } from './matrix/care.rows';
import { CASES_ROWS } from './matrix/cases.rows';
import { CHANGES_ROWS } from './matrix/changes.rows';
import { FEED_ROWS } from './matrix/feed.rows';
import { LISTS_ROWS } from './matrix/lists.rows';
import { DESK_ROWS } from './matrix/desk.rows';
import { STATISTICS_ROWS } from './matrix/statistics.rows';
import { INSPECTIONS_ROWS } from './matrix/inspections.rows';
import { MEDIATION_ROWS } from './matrix/mediation.rows';
import { WEBHOOKS_ROWS } from './matrix/webhooks.rows';
import { NOTICES_ROWS } from './matrix/notices.rows';
import { NOTIFICATIONS_ROWS } from './matrix/notifications.rows';
import { DUPLICATES_ROWS } from './matrix/duplicates.rows';
import { JOBS_ROWS } from './matrix/jobs.rows';
import { LOGS_ROWS } from './matrix/logs.rows';
import { PEOPLE_ROWS } from './matrix/people.rows';
import { PLACES_ROWS } from './matrix/places.rows';
import { PRIVACY_ROWS } from './matrix/privacy.rows';
import { DISTRICT_RULES_ROWS } from './matrix/district-rules.rows';
import { ROUTING_ROWS } from './matrix/routing.rows';
import { RESIDENTS_ROWS } from './matrix/residents.rows';
import { type MatrixRow } from './matrix/row';
import { FIELD_ROWS } from './matrix/field.rows';
import { VISITS_ROWS } from './matrix/visits.rows';
import { SHEETS_ROWS } from './matrix/sheets.rows';
import { APPLICATIONS_ROWS } from './matrix/applications.rows';
import { COUNTERS_ROWS } from './matrix/counters.rows';
import { SERVICES_ROWS } from './matrix/services.rows';
import { ACCOUNTS_ROWS } from './matrix/accounts.rows';
import { type World } from './world';

/** Every operation of the API, each once. The house test fails when one is missing. */
export const MATRIX_ROWS: readonly MatrixRow[] = [
  ...AREAS_ROWS,
  ...PEOPLE_ROWS,
  ...RESIDENTS_ROWS,
  ...DUPLICATES_ROWS,
  ...PLACES_ROWS,
  ...PRIVACY_ROWS,
  ...CARE_ROWS,
  ...CASES_ROWS,
  ...ROUTING_ROWS,
  ...DISTRICT_RULES_ROWS,
  ...LOGS_ROWS,
  ...JOBS_ROWS,
  ...ADJUSTMENTS_ROWS,
  ...VISITS_ROWS,
  ...FIELD_ROWS,
  ...SHEETS_ROWS,
  ...FEED_ROWS,
  ...LISTS_ROWS,
  ...STATISTICS_ROWS,
  ...DESK_ROWS,
  ...MEDIATION_ROWS,
  ...INSPECTIONS_ROWS,
  ...NOTIFICATIONS_ROWS,
  ...NOTICES_ROWS,
  ...WEBHOOKS_ROWS,
  ...CHANGES_ROWS,
  ...SERVICES_ROWS,
  ...APPLICATIONS_ROWS,
  ...COUNTERS_ROWS,
  ...ACCOUNTS_ROWS,
];

/**
 * Sets up what an operation needs; its variables. A case is held by whoever would hold it for a role, and what only its
 * author may do something with is the caller's.
 */
export async function arrange(
  row: MatrixRow,
  world: World,
  holderRole: Role,
  caller: Pick<Actor, 'id' | 'name'> = { id: newId(), name: '某人' },
): Promise<object> {
  const id =
    (await row.arrange?.(world, caller)) ??
    (row.state && (await standingCase(world, row.state, holderRole, row.category)));
  return row.variables(world, id ?? '');
}

/** What comes of an operation: done, or the code of the refusal. */
export async function outcomeOf(
  row: MatrixRow,
  world: World,
  actor: (Actor & { readonly issuedAt?: number }) | undefined,
  variables: object,
): Promise<string> {
  const { data, errors } = await run<
    Record<string, { userErrors?: { code: string }[] } | null> | null,
    never
  >(world, actor, row.document, variables as never, 'en', row.live);
  const technical = errors.map(({ extensions }) => extensions?.code ?? '?');
  const refused = (data?.[row.field]?.userErrors ?? []).map(({ code }) => code);
  return [...technical, ...refused].join(' ') || 'yes';
}

/** Stores a case of the world's grid in a state, held by whoever would hold it for `role`; returns its id. */
async function standingCase(world: World, state: CaseState, role: Role, category = 'OTHER'): Promise<string> {
  const id = newId();
  const at = world.clock.now();
  const by = { id: newId(), name: '某人', role: 'GRID_WORKER' };
  const office: Custodian = { level: 'DEPARTMENT', code: world.office, name: '街道综治办' };
  const street: Custodian = { level: 'STREET', code: world.street, name: '某街道' };
  const step = (move: CaseStep['move'], holder: Custodian): CaseStep => ({
    ...{ id: move === 'REPORT' ? id : newId(), move, at: at.toISOString(), by, holder, fingerprint: 'x' },
  });
  const first = state === 'REPORTED' ? ladderHolder(world, role) : street;
  const path: Record<CaseState, readonly CaseStep[]> = {
    REPORTED: [],
    FILED: [step('FILE', street)],
    DISPATCHED: [step('DISPATCH', office)],
    HANDLING: [step('DISPATCH', office), step('ACCEPT', office)],
    HANDLED: [step('DISPATCH', office), step('ACCEPT', office), step('REPORT_BACK', street)],
    SUSPENDED: [step('FILE', street), step('SUSPEND', street)],
    CLOSED: [],
    DECLINED: [],
    CANCELLED: [],
    MERGED: [],
  };
  const steps = [step('REPORT', first), ...path[state]];
  await new CaseRepo(world.foundation.table).create(
    createCollectionReader(world.foundation.table),
    {
      ...{ id, version: 1, state, category: { code: category }, urgency: 'NORMAL', text: '某事' },
      ...{ area: world.courtyard, areaNames: ['某区', '某街道', '某社区', '第一网格', '一号院'] },
      source: 'PATROL',
      ...{ reporter: by, reportedAt: at, updatedAt: at, holder: steps.at(-1)?.holder, steps },
    },
    state === 'HANDLED' ? [resultOf(world, id)] : [],
    undefined,
  );
  return id;
}

/** A verified picture of the result, without which a case cannot be closed. */
function resultOf({ foundation, courtyard }: World, caseId: string): PreparedPut {
  const { id, contentType, size, sha256, role } = slotInput('AFTER');
  const now = foundation.clock.now();
  return new EvidenceRepo(foundation.table).opening(
    {
      ...{ id, role, kind: 'PHOTO', contentType, size, sha256, owner: caseKey(caseId), area: courtyard },
      ...{ by: newId(), openedAt: now, checkedAt: now, status: 'VERIFIED', fingerprint: 'x' },
    },
    now,
  );
}

function ladderHolder(world: World, role: Role): Custodian {
  const holders: Partial<Record<Role, Custodian>> = {
    SECONDARY_WORKER: { level: 'COURTYARD', code: world.courtyard, name: '一号院' },
    COMMUNITY_STAFF: { level: 'COMMUNITY', code: world.community, name: '某社区' },
    STREET_STAFF: { level: 'STREET', code: world.street, name: '某街道' },
    DISTRICT_STAFF: { level: 'DISTRICT', code: world.district, name: '某区' },
  };
  return holders[role] ?? { level: 'GRID', code: world.grid, name: '第一网格' };
}

import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, getOperationAST } from 'graphql';
import * as operations from '../generated/operations';
import { run } from '../support/api';
import { ADJUSTMENTS_BUDGETS } from '../support/budgets/adjustments.budgets';
import { AREAS_BUDGETS } from '../support/budgets/areas.budgets';
import { type Budget, STANDING_READS } from '../support/budgets/budget';
import { CARE_BUDGETS } from '../support/budgets/care.budgets';
import { CASES_BUDGETS } from '../support/budgets/cases.budgets';
import { FEED_BUDGETS } from '../support/budgets/feed.budgets';
import { LISTS_BUDGETS } from '../support/budgets/lists.budgets';
import { DESK_BUDGETS } from '../support/budgets/desk.budgets';
import { STATISTICS_BUDGETS } from '../support/budgets/statistics.budgets';
import { NOTICES_BUDGETS } from '../support/budgets/notices.budgets';
import { INSPECTIONS_BUDGETS } from '../support/budgets/inspections.budgets';
import { MEDIATION_BUDGETS } from '../support/budgets/mediation.budgets';
import { WEBHOOKS_BUDGETS } from '../support/budgets/webhooks.budgets';
import { NOTIFICATIONS_BUDGETS } from '../support/budgets/notifications.budgets';
import { CHANGES_BUDGETS } from '../support/budgets/changes.budgets';
import { DUPLICATES_BUDGETS } from '../support/budgets/duplicates.budgets';
import { JOBS_BUDGETS } from '../support/budgets/jobs.budgets';
import { LOGS_BUDGETS } from '../support/budgets/logs.budgets';
import { PEOPLE_BUDGETS } from '../support/budgets/people.budgets';
import { PLACES_BUDGETS } from '../support/budgets/places.budgets';
import { PRIVACY_BUDGETS } from '../support/budgets/privacy.budgets';
import { RESIDENTS_BUDGETS } from '../support/budgets/residents.budgets';
import { DISTRICT_RULES_BUDGETS } from '../support/budgets/district-rules.budgets';
import { ROUTING_BUDGETS } from '../support/budgets/routing.budgets';
import { FIELD_BUDGETS } from '../support/budgets/field.budgets';
import { VISITS_BUDGETS } from '../support/budgets/visits.budgets';
import { SHEETS_BUDGETS } from '../support/budgets/sheets.budgets';
import { APPLICATIONS_BUDGETS } from '../support/budgets/applications.budgets';
import { COUNTERS_BUDGETS } from '../support/budgets/counters.budgets';
import { SERVICES_BUDGETS } from '../support/budgets/services.budgets';
import { ACCOUNTS_BUDGETS } from '../support/budgets/accounts.budgets';
import { reportCase } from '../support/cases';
import { makeWorld } from '../support/world';

/** What each screen may cost. A new operation is not here, and fails until somebody says what it may cost. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  ...AREAS_BUDGETS,
  ...ADJUSTMENTS_BUDGETS,
  ...PEOPLE_BUDGETS,
  ...RESIDENTS_BUDGETS,
  ...PLACES_BUDGETS,
  ...PRIVACY_BUDGETS,
  ...CARE_BUDGETS,
  ...DUPLICATES_BUDGETS,
  ...CASES_BUDGETS,
  ...ROUTING_BUDGETS,
  ...DISTRICT_RULES_BUDGETS,
  ...JOBS_BUDGETS,
  ...VISITS_BUDGETS,
  ...FIELD_BUDGETS,
  ...LOGS_BUDGETS,
  ...SHEETS_BUDGETS,
  ...FEED_BUDGETS,
  ...LISTS_BUDGETS,
  ...STATISTICS_BUDGETS,
  ...DESK_BUDGETS,
  ...MEDIATION_BUDGETS,
  ...NOTICES_BUDGETS,
  ...INSPECTIONS_BUDGETS,
  ...NOTIFICATIONS_BUDGETS,
  ...WEBHOOKS_BUDGETS,
  ...CHANGES_BUDGETS,
  ...SERVICES_BUDGETS,
  ...APPLICATIONS_BUDGETS,
  ...COUNTERS_BUDGETS,
  ...ACCOUNTS_BUDGETS,
};

/** What a screen costs once, in a world of its own. */
async function costOf({ as, caller: whom, arrange, document }: Budget) {
  const world = await makeWorld({ unsettled: true });
  const caller = (await whom?.(world)) ?? world.actor(as);
  const variables = (await arrange?.(world, caller)) ?? {};
  await world.settle();
  world.meter.reset();
  const { errors } = await run(world, caller, document as never, variables as never);
  expect(errors).toEqual([]);
  return world.meter;
}

/** Name of the operation of a document. */
function operationIn(document: unknown): string {
  const operation = getOperationAST(document as DocumentNode);
  return operation?.name?.value ?? '';
}

describe('the budget of each screen', () => {
  it('is declared for every operation in schema/operations', () => {
    const names = readdirSync('schema/operations', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.graphql'))
      .flatMap((path) => [
        ...readFileSync(`schema/operations/${path}`, 'utf8').matchAll(/^(?:query|mutation) (\w+)/gm),
      ])
      .map(([, name]) => name);
    const declared = Object.entries(BUDGETS).map(([key, { document }]) => {
      const name = operationIn(document);
      // A key may say after the name in which case.
      expect(key.startsWith(name)).toBe(true);
      return name;
    });
    expect([...new Set(declared)].sort()).toEqual(names.sort());
  });

  it.each(Object.keys(BUDGETS))(
    'of %s is kept',
    async (name) => {
      const budget = BUDGETS[name]!;
      const { waves, readUnits, writeUnits } = await costOf(budget);
      const reads = budget.reads + (budget.trips > 0 ? STANDING_READS : 0);
      const over = [
        ...(waves > budget.trips ? [`${waves} round trips, not ${budget.trips}`] : []),
        ...(readUnits > reads ? [`${readUnits} read units, not ${reads}`] : []),
        ...(writeUnits > (budget.writes ?? 0)
          ? [`${writeUnits} write units, not ${budget.writes ?? 0}`]
          : []),
      ];
      if (process.env.SHOW_COSTS === '1') console.log(name, { waves, readUnits, writeUnits });
      expect(over).toEqual([]);
    },
    120_000,
  );

  it('does not grow with the table: an inbox of 20 rows costs the same with 20 and with 120 cases behind it', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    const cost = async () => {
      world.meter.reset();
      await run(world, worker, operations.InboxDocument, { first: 20 });
      return { trips: world.meter.waves, reads: world.meter.readUnits };
    };
    const many = async (count: number) => {
      for (let done = 0; done < count; done += 1) await reportCase(world, world.actor('GRID_WORKER'));
    };
    await many(21);
    const small = await cost();
    await many(100);
    expect(await cost()).toEqual(small);
  });
});

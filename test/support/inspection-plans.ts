import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  DueInspectionsDocument,
  type DueInspectionsQuery,
  type DueInspectionsQueryVariables,
  type SetInspectionPolicyInput,
} from '../generated/operations';
import { run } from './api';
import { manyPremises } from './places';
import { type World } from './world';

/** So many premises in the world's grid that are planned, as the stream would have told; their ids. */
export async function plannedPremises(world: World, count: number): Promise<readonly string[]> {
  const ids = await manyPremises(world, count);
  await world.services.inspectionPlans.follow(ids);
  return ids;
}

/** What a policy is set by that inspects riverside restaurants every ten days, and nothing else. */
export function inspectionPolicyInput(
  world: World,
  more: Partial<SetInspectionPolicyInput> = {},
): SetInspectionPolicyInput {
  return {
    ...{ id: newId(), district: world.district, expectedVersion: 0, firstDays: 20 },
    rules: [{ checklist: 'RIVERSIDE_RESTAURANT', kinds: [], controls: [], days: 10 }],
    ...more,
  };
}

type Due = NonNullable<DueInspectionsQuery['dueInspections']>;

/** A page of a due list as somebody sees it; without a window, of all. */
export async function duePage(
  world: World,
  actor: Actor,
  variables: Partial<DueInspectionsQueryVariables> = {},
): Promise<Due> {
  const answer = await run(world, actor, DueInspectionsDocument, { window: 'ALL', ...variables });
  // Of an operation that is refused as a whole there is no data.
  const list = (answer.data as DueInspectionsQuery | undefined)?.dueInspections;
  if (!list) throw new Error(`There is no list: ${JSON.stringify(answer.errors)}`);
  return list;
}

/** All rows of a due list, read page by page. */
export async function dueRows(
  world: World,
  actor: Actor,
  variables: Partial<DueInspectionsQueryVariables> = {},
): Promise<Due['edges'][number]['node'][]> {
  const rows: Due['edges'][number]['node'][] = [];
  let after: string | null | undefined;
  do {
    const { edges, pageInfo } = await duePage(world, actor, { ...variables, after });
    rows.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after != null);
  return rows;
}

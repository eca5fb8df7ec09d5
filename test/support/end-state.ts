import { createCollectionReader } from '../../src/data/collection-reader';
import { AdjustmentRepo } from '../../src/modules/adjustments/adjustment.repo';
import { AreaRepo } from '../../src/modules/areas/area.repo';
import { CaseRepo } from '../../src/modules/cases/case.repo';
import { HouseholdRepo } from '../../src/modules/residents/household.repo';
import { ResidentRepo } from '../../src/modules/residents/resident.repo';
import { type World } from './world';

/** The records that an adjustment is about. */
export interface Subjects {
  readonly plan: string;
  readonly areas: readonly string[];
  readonly households: readonly string[];
  readonly residents: readonly string[];
  readonly cases: readonly string[];
}

/**
 * How these records stand, in a form that is the same in every world: codes without the district's, and neither ids nor
 * versions nor times, which say only how often something was tried.
 */
export async function endState({ foundation, district }: World, subjects: Subjects): Promise<unknown> {
  const { table } = foundation;
  const [areas, households] = [new AreaRepo(table), new HouseholdRepo(table)];
  const [residents, cases] = [new ResidentRepo(table), new CaseRepo(table)];
  const reads = createCollectionReader(table);
  const strongly = { consistent: true };
  const plan = await new AdjustmentRepo(table).find(reads, subjects.plan, strongly);
  const state = {
    plan: [plan?.state, plan?.progress, plan?.steps.map(({ move }) => move)],
    areas: await Promise.all(subjects.areas.map((code) => areas.find(code, strongly))),
    households: (
      await Promise.all(subjects.households.map((id) => households.find(reads, id, strongly)))
    ).map((home) => [home?.courtyard, home?.grid, home?.memberCount, home?.changes.map(({ what }) => what)]),
    residents: (await Promise.all(subjects.residents.map((id) => residents.find(reads, id, strongly)))).map(
      (person) => [
        person?.residences.map(({ courtyard, from, until }) => [courtyard, from, until]),
        person?.changes.map(({ what }) => what),
      ],
    ),
    cases: (await Promise.all(subjects.cases.map((id) => cases.find(reads, id, true)))).map((found) => [
      ...[found?.version, found?.area, found?.areaNames, found?.grid, found?.holder],
      found?.steps.map(({ move, holder, names }) => [move, holder, names]),
    ]),
  };
  return JSON.parse(JSON.stringify(state).replaceAll(district, '<district>')) as unknown;
}

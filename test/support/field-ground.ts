import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import { offeredIn, onBehalf, open } from './applications';
import { type Ground, type ServiceGround } from './field-steps';
import { facilityOf } from './field-work';
import { restaurant } from './inspections';
import { readsOf } from './logs';
import { dispute, mediate, sessionInput } from './mediation';
import { noteOf, planOf } from './own-log';
import { home, livingIn, livingTogether } from './residents';
import { type World } from './world';

/** What is on file when a worker and their supervisor go out of reach. */
export async function groundOf(world: World, worker: Actor): Promise<Ground> {
  const homes = [await home(world), await home(world), await home(world)];
  const people = await Promise.all(
    homes.map(async (household, index) => {
      const ids = await livingTogether(world, household, [{}, {}].slice(0, index === 2 ? 1 : 2));
      return ids.map((id) => ({ id, home: index }));
    }),
  );
  await world.services.visitPlans.follow(homes);
  const facilities = [newId(), newId()];
  for (const id of facilities) await world.services.facilities.put(worker, facilityOf(world, id, '路灯'));
  return {
    ...{ homes, residents: people.flat(), facilities },
    notes: [await noteOf(world, worker), await noteOf(world, worker)],
    plans: [await planOf(world, worker)],
    cases: [await reported(world, worker), await reported(world, worker)],
    // Nobody who moves about has applied for anything.
    ...(await serviceGroundOf(world, worker, await livingIn(world, await home(world)))),
  };
}

/** Premises to inspect, drafts of somebody's applications, disputes. */
export async function serviceGroundOf(
  world: World,
  worker: Actor,
  applicant: string,
): Promise<ServiceGround> {
  const service = await offeredIn(world);
  const draft = async () => {
    const input = onBehalf(world, service, applicant);
    const { codes } = await open(world, worker, input);
    if (codes.length > 0) throw new Error(codes.join());
    return input.id;
  };
  const agreed = await dispute(world, worker);
  await mediate(world, worker, sessionInput(world, agreed));
  return {
    ...{ service, applicant, agreed: [agreed] },
    premises: [await restaurant(world), await restaurant(world)],
    applications: [await draft(), await draft()],
    disputes: [await dispute(world, worker), await dispute(world, worker)],
  };
}

async function reported(world: World, by: Actor): Promise<string> {
  const input = { id: newId(), category: 'FIRE_HAZARD', text: '堆物', place: { area: world.courtyard } };
  const report = { ...input, urgency: 'NORMAL' as const, evidence: [] };
  return (await world.services.caseReports.report(by, readsOf(world), report)).case.id;
}

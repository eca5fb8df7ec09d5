import { type WholeApp } from '../../src/app/backstage';
import {
  type AmendApplicationInput,
  type MoveApplicationInput,
  type OpenApplicationInput,
} from '../../src/modules/applications/application.input';
import { seedId } from './ids';
import { person } from './people';

type Doing = { readonly by: string } & (
  | { readonly amend: Pick<AmendApplicationInput, 'materials'> }
  | { readonly move: Pick<MoveApplicationInput, 'move' | 'text'> }
);

/** An application of the seed: who opened it, for which service, and what was done with it. */
interface SeedApplication {
  readonly number: number;
  readonly by: string;
  readonly service: string;
  readonly answers: OpenApplicationInput['answers'];
  readonly corrections?: OpenApplicationInput['corrections'];
  readonly done: readonly Doing[];
}

const seen = (...codes: string[]): Doing => ({
  by: 'wang-fang',
  amend: { materials: codes.map((code) => ({ code, evidence: [], seen: true })) },
});
const move = (by: string, name: MoveApplicationInput['move'], text?: string): Doing => ({
  ...{ by, move: { move: name, text: text ?? null } },
});

/**
 * One to be taken in, a resident's draft, one whose result is to be brought, one that a worker has begun, one in which the
 * resident corrects what the register filled in, one that stands at the second of its three steps, and one that the department has
 * at its last.
 */
const APPLICATIONS: readonly SeedApplication[] = [
  {
    ...{ number: 1, by: 'wang-fang', service: 'BIRTH_REGISTRATION' },
    answers: [{ code: 'CHILD_ORDER', value: '第一个' }],
    done: [seen('IDENTITY_CARD', 'HOUSEHOLD_BOOK'), move('wang-fang', 'SUBMIT')],
  },
  { ...{ number: 2, by: 'peng-xiaoli', service: 'MEDICAL_INSURANCE', answers: [] }, done: [] },
  {
    ...{ number: 3, by: 'wang-fang', service: 'PENSION_ALIVE', answers: [] },
    done: [
      ...[seen('IDENTITY_CARD'), move('wang-fang', 'SUBMIT'), move('lin-yan', 'ACCEPT')],
      move('guo-tao', 'APPROVE', '认证通过，证明由网格员送达。'),
    ],
  },
  { ...{ number: 4, by: 'wang-fang', service: 'ELDERLY_CARD', answers: [] }, done: [] },
  {
    ...{ number: 5, by: 'peng-xiaoli', service: 'MEDICAL_INSURANCE', answers: [], done: [] },
    corrections: { reason: '电话号码已更换', phone: '15400001234' },
  },
  {
    ...{ number: 6, by: 'wang-fang', service: 'MINIMUM_LIVING' },
    answers: [{ code: 'FAMILY_SIZE', value: '三人' }],
    done: [
      ...[seen('IDENTITY_CARD', 'HOUSEHOLD_BOOK', 'INCOME'), move('wang-fang', 'SUBMIT')],
      move('lin-yan', 'ACCEPT', '材料齐全，转街道入户调查。'),
    ],
  },
  {
    ...{ number: 7, by: 'wang-fang', service: 'MINIMUM_LIVING' },
    answers: [{ code: 'FAMILY_SIZE', value: '二人' }],
    done: [
      ...[seen('IDENTITY_CARD', 'HOUSEHOLD_BOOK', 'INCOME'), move('wang-fang', 'SUBMIT')],
      move('lin-yan', 'ACCEPT', '材料齐全，转街道入户调查。'),
      move('xu-wei', 'FINISH_STEP', '已入户核实，公示无异议。'),
    ],
  },
];

/** Applies in the demonstration district; what was seeded on an earlier day is left as it is. */
export async function seedApplications(
  app: Pick<WholeApp, 'services' | 'newReads'>,
  now: Date,
): Promise<void> {
  for (const application of APPLICATIONS) await apply(app, application, now);
}

async function apply(
  { services, newReads }: Pick<WholeApp, 'services' | 'newReads'>,
  { number, by, service, answers, corrections, done }: SeedApplication,
  now: Date,
): Promise<void> {
  const id = seedId('APPLICATION', number);
  const opener = person(by);
  const isThere = await services.applications.get(opener, newReads(), id).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const resident = person('peng-xiaoli').id;
  const isSelf = opener.id === resident;
  await services.applicationOpenings.open(opener, newReads(), {
    ...{ id, service: `510108-${service}`, answers, corrections },
    ...{ contact: 'GRID_WORKER', delivery: 'BROUGHT', materials: [], submitWhenComplete: false },
    ...(!isSelf && { resident, consent: { way: 'SPOKEN', at: now } }),
  });
  for (const [index, doing] of done.entries()) {
    const request = {
      id: seedId('APPLICATION', 100 * number + index),
      application: id,
      expectedVersion: index + 1,
    };
    if ('amend' in doing) {
      const input = { ...request, answers: [], ...doing.amend };
      await services.applicationMoves.amend(person(doing.by), newReads(), input);
    } else {
      const input = { ...request, materials: [], evidence: [], ...doing.move };
      await services.applicationMoves.move(person(doing.by), newReads(), input);
    }
  }
}

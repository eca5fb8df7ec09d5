import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  amend,
  applicationInput,
  documentSlot,
  drafted,
  move,
  onBehalf,
  open,
  ORIGINALS,
  ready,
  resident,
  shown,
  submitted,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { asResident, somebody } from '../../support/privacy';
import { publish } from '../../support/services';
import { type World } from '../../support/world';

const DAY = 86_400_000;

describe('an application', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  const refused = async (doing: Promise<unknown>) =>
    doing.then(
      (answer) => (answer as { codes: readonly string[] }).codes.join(),
      (error: unknown) => (error as Error).message,
    );

  it('is seen by whoever has to do with it, and by nobody else', async () => {
    const { me, service } = await resident(world);
    const worker = world.actor('GRID_WORKER');
    const input = onBehalf(world, service, me.id);
    await open(world, worker, input);
    const stranger = asResident(world, await somebody(world));
    const others: readonly Actor[] = [
      stranger,
      world.actor('GRID_WORKER'),
      world.actor('GRID_WORKER', world.nextGrid),
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
    ];
    const noOffice = [
      'DISTRICT_STAFF',
      'DEPARTMENT_STAFF',
      'ADMINISTRATOR',
      'SECONDARY_WORKER',
      'SENSOR',
    ] as const;
    const see = async (actors: readonly Actor[]) =>
      Promise.all(actors.map(async (actor) => typeof (await shown(world, actor, input.id)) !== 'string'));
    // A draft is nobody's but the resident's and whoever helps them.
    const office = [world.actor('COMMUNITY_STAFF'), world.actor('STREET_STAFF')];
    expect(await see([me, worker])).toEqual([true, true]);
    expect(await see([...office, ...others])).not.toContain(true);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [input.id, 2], 'SUBMIT');
    expect(await see([me, worker, ...office])).not.toContain(false);
    expect(await see(others)).not.toContain(true);
    expect(await see(noOffice.map((role) => world.actor(role)))).not.toContain(true);
    for (const actor of others)
      expect(await refused(move(world, actor, [input.id, 3], 'WITHDRAW'))).toBe('NOT_FOUND');
  });

  it('is opened by nobody for somebody else without their consent, outside their area, or who is no resident', async () => {
    const { me, service } = await resident(world);
    const worker = world.actor('GRID_WORKER');
    const of = onBehalf(world, service, me.id);
    expect(await refused(open(world, worker, { ...of, consent: null }))).toBe('CONSENT_INVALID');
    const at = (milliseconds: number) => new Date(world.clock.now().getTime() + milliseconds).toISOString();
    for (const when of [at(-31 * DAY), at(3_600_000)])
      expect(await refused(open(world, worker, { ...of, consent: { way: 'SIGNED', at: when } }))).toBe(
        'CONSENT_INVALID',
      );
    expect(await refused(open(world, me, { ...of, resident: null }))).toBe('CONSENT_INVALID');
    const next = world.actor('GRID_WORKER', world.nextGrid);
    expect(await refused(open(world, next, of))).toBe('NOT_FOUND');
    const stranger = asResident(world, await somebody(world));
    expect(await refused(open(world, stranger, of))).toBe('NOT_FOUND');
    expect(await refused(open(world, world.actor('RESIDENT'), applicationInput(service)))).toBe('NOT_FOUND');
    expect(await refused(open(world, worker, { ...of, resident: 'nobody' }))).toBe('NOT_FOUND');
  });

  it('is for a service that can be had, by a way that it is offered', async () => {
    const { me, service } = await resident(world);
    expect(await refused(open(world, me, applicationInput('100001-SOMETHING')))).toBe('SERVICE_UNKNOWN');
    expect(await refused(open(world, me, applicationInput(`${world.district}-NOTHING`)))).toBe(
      'SERVICE_UNKNOWN',
    );
    const atCounter = await publish(world, {
      service: `${world.district}-AT_COUNTER`,
      channels: ['COUNTER'],
    });
    expect(await refused(open(world, me, applicationInput(atCounter)))).toBe('SERVICE_CHANNEL');
    expect(await refused(open(world, me, applicationInput(service, { id: 'x' })))).toBe('ID_INVALID');
  });

  it.each([
    ['an identity number', '11010519491231002X', 'NUMBER_IN_TEXT'],
    ['a phone', '13800138000', 'NUMBER_IN_TEXT'],
    ['nothing', '   ', 'TEXT_REQUIRED'],
    ['too much', '长'.repeat(201), 'TEXT_TOO_LONG'],
  ])('takes no answer that has %s in it, and none that the register knows', async (_what, value, code) => {
    const { me, service } = await resident(world);
    const answers = [{ code: 'SPOUSE', value }];
    expect(await refused(open(world, me, applicationInput(service, { answers })))).toBe(code);
    const asked = [{ code: 'PHONE', value: '登记电话' }];
    expect(await refused(open(world, me, applicationInput(service, { answers: asked })))).toBe(
      'APPLICATION_QUESTION_UNKNOWN',
    );
  });

  it('takes materials of its service alone, pictures and PDFs but no films and pages, and originals from nobody about themselves', async () => {
    const { me, service } = await resident(world);
    const input = applicationInput(service);
    await open(world, me, input);
    const add = (material: object) => {
      const materials = [{ code: 'MARRIAGE', ...material }];
      return refused(amend(world, me, { application: input.id, expectedVersion: 1, materials }));
    };
    expect(await add({ code: 'PASSPORT' })).toBe('APPLICATION_MATERIAL_UNKNOWN');
    expect(await add({ evidence: [{ ...documentSlot(), contentType: 'video/mp4' }] })).toBe(
      'EVIDENCE_TYPE_NOT_ALLOWED',
    );
    expect(await add({ evidence: [{ ...documentSlot(), contentType: 'text/html' }] })).toBe(
      'EVIDENCE_TYPE_NOT_ALLOWED',
    );
    expect(await add({ evidence: Array.from({ length: 10 }, documentSlot) })).toBe('EVIDENCE_TOO_MANY');
    expect(await add({ seen: true })).toBe('APPLICATION_NOT_YOURS');
    expect(await shown(world, me, input.id)).toMatchObject({ version: 1 });
  });

  it('shows the way to upload a picture to whoever announced it, and to nobody else', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await drafted(world, worker);
    const materials = [...ORIGINALS, { code: 'PHOTO', evidence: [documentSlot()] }];
    await amend(world, worker, { application: id, expectedVersion: 1, materials });
    await move(world, worker, [id, 2], 'SUBMIT');
    const upload = async (actor: Actor) => {
      const page = await shown(world, actor, id);
      return typeof page === 'string'
        ? page
        : page.materials.flatMap(({ files }) => files)[0]?.upload != null;
    };
    expect(await upload(worker)).toBe(true);
    expect(await upload(world.actor('COMMUNITY_STAFF'))).toBe(false);
  });

  it('is answered again as it was when an answer was lost, whatever was done since; and its ids are for once', async () => {
    const { me, service } = await resident(world);
    const input = applicationInput(service);
    const first = await open(world, me, input);
    const request = {
      id: newId(),
      application: input.id,
      expectedVersion: 1,
      materials: [{ code: 'PHOTO', evidence: [documentSlot()] }],
    };
    const added = await amend(world, me, request);
    expect(await amend(world, me, request)).toEqual(added);
    expect(await open(world, me, input)).toEqual({ ...first, version: 2 });
    expect(await refused(open(world, me, { ...input, delivery: 'COUNTER' }))).toBe('CONFLICT');
    expect(await refused(amend(world, me, { ...request, materials: [] }))).toBe('CONFLICT');
    const other = asResident(world, await somebody(world));
    expect(await refused(open(world, other, input))).toBe('CONFLICT');
    const away = { id: newId() };
    expect((await move(world, me, [input.id, 2], 'WITHDRAW', away)).state).toBe('WITHDRAWN');
    expect((await move(world, me, [input.id, 2], 'WITHDRAW', away)).state).toBe('WITHDRAWN');
    expect(await shown(world, me, input.id)).toMatchObject({ version: 3 });
  });

  it('answers the worker again who brought the result, though it is theirs no more; and nobody else', async () => {
    const id = await ready(world);
    const worker = world.actor('GRID_WORKER');
    const once = { id: newId() };
    expect((await move(world, worker, [id, 5], 'BRING', once)).state).toBe('COLLECTED');
    expect((await move(world, worker, [id, 5], 'BRING', once)).state).toBe('COLLECTED');
    expect(await refused(move(world, world.actor('GRID_WORKER'), [id, 5], 'BRING', once))).toBe('NOT_FOUND');
    expect(await refused(move(world, worker, [id, 6], 'BRING'))).toBe('NOT_FOUND');
  });

  it('is moved by one of two at once, and the other is told who it was', async () => {
    const id = await submitted(world);
    const [a, b] = [
      world.actor('COMMUNITY_STAFF', undefined, '林燕'),
      world.actor('STREET_STAFF', undefined, '徐伟'),
    ];
    const both = await Promise.all([
      move(world, a, [id, 3], 'ACCEPT'),
      move(world, b, [id, 3], 'RETURN', { text: '材料有误。' }),
    ]);
    expect(both.map(({ codes }) => codes.join()).sort()).toEqual(['', 'CONFLICT']);
    expect(await shown(world, a, id)).toMatchObject({ version: 4 });
    expect(await refused(move(world, a, [id, 3], 'ACCEPT'))).toBe('CONFLICT');
  });

  it('is asked for nothing that its service does not know, and is not rated beyond five', async () => {
    const id = await submitted(world);
    const counter = world.actor('COMMUNITY_STAFF');
    const ask = (materials: string[]) =>
      refused(move(world, counter, [id, 3], 'ASK', { text: '请补充。', materials }));
    expect(await ask([])).toBe('APPLICATION_ASK_WHAT');
    expect(await ask(['PASSPORT'])).toBe('APPLICATION_MATERIAL_UNKNOWN');
    expect(await refused(move(world, counter, [id, 3], 'RETURN', { text: '电话 13800138000' }))).toBe(
      'NUMBER_IN_TEXT',
    );
    expect(await refused(move(world, counter, [id, 3], 'APPROVE', { text: '好。' }))).toBe(
      'APPLICATION_MOVE',
    );
    expect(await refused(move(world, counter, [id, 3], 'RATE', { score: 5 }))).toBe('APPLICATION_NOT_YOURS');
  });
});

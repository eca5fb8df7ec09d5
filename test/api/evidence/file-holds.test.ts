import { type Actor } from '../../../src/auth/actor';
import { EvidenceHoldRepo } from '../../../src/modules/evidence/evidence-hold.repo';
import { originalKey } from '../../../src/modules/evidence/evidence.keys';
import { ownerKeyOf } from '../../../src/modules/evidence/evidence-owner.rules';
import { newId } from '../../../src/shared/ids';
import {
  FileHoldDocument,
  type FileOwnerType,
  HoldFilesDocument,
  type HoldFilesInput,
  SetLegalHoldDocument,
  SubmitVisitDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { amend, documentSlot, drafted, move } from '../../support/applications';
import { makeMove, reportCase, slotInput } from '../../support/cases';
import { killAt } from '../../support/kills';
import { note } from '../../support/logs';
import { noticeInput, publish } from '../../support/notices';
import { retentionGround, type RetentionGround } from '../../support/retention';
import { listed, visitOf } from '../../support/visits';
import { type World } from '../../support/world';

jest.setTimeout(120_000);

const DAY = 24 * 3_600_000;

/** Makes a record with a picture that is announced, and finishes it where its kind has an end. */
const MAKERS: Record<FileOwnerType, (world: World, worker: Actor) => Promise<{ id: string; slot: string }>> =
  {
    CASE: async (world, worker) => {
      const slot = slotInput();
      const { id } = await reportCase(world, worker, { evidence: [slot], urgency: 'NORMAL' });
      await makeMove(world, worker, id, 'SOLVE', { conditionMet: true });
      return { id, slot: slot.id };
    },
    VISIT: async (world, worker) => {
      const slot = slotInput();
      const input = visitOf(world, (await listed(world)).household, { evidence: [slot] });
      await run(world, worker, SubmitVisitDocument, { input });
      return { id: input.id, slot: slot.id };
    },
    LOG_ENTRY: async (world, worker) => {
      const slot = slotInput();
      return { id: (await note(world, worker, { evidence: [slot] })).id, slot: slot.id };
    },
    APPLICATION: async (world, worker) => {
      const [id, slot] = [await drafted(world, worker), documentSlot()];
      const materials = [{ code: 'MARRIAGE', evidence: [slot] }];
      await amend(world, worker, { application: id, expectedVersion: 1, materials });
      await move(world, worker, [id, 2], 'WITHDRAW');
      return { id, slot: slot.id };
    },
    NOTICE: async (world) => {
      const slot = slotInput();
      const input = noticeInput(world, { evidence: [slot] });
      await publish(world, world.actor('COMMUNITY_STAFF'), input);
      return { id: input.id, slot: slot.id };
    },
  };
const TYPES = Object.keys(MAKERS) as FileOwnerType[];

describe('a legal hold of files', () => {
  let ground: RetentionGround;
  let world: World;
  let street: Actor;
  let told: jest.SpyInstance;
  beforeEach(async () => {
    ground = await retentionGround();
    ({ world } = ground);
    street = world.actor('STREET_STAFF', undefined, '许伟');
    told = jest.spyOn(world.foundation.bucket, 'setLegalHold').mockResolvedValue(undefined);
  });
  afterEach(() => {
    told.mockRestore();
  });

  const make = (type: FileOwnerType) => MAKERS[type](world, world.actor('GRID_WORKER'));
  const hold = async (input: Partial<HoldFilesInput>, who = street) => {
    const { data, errors } = await run(world, who, HoldFilesDocument, {
      input: { type: 'CASE', id: newId(), on: true, reason: '行政诉讼', ...input },
    });
    const answer = (data as typeof data | null)?.holdFiles;
    const refused = [...errors.map(({ extensions }) => extensions?.code), ...(answer?.userErrors ?? [])];
    return { ...answer, codes: refused.map((each) => (typeof each === 'string' ? each : each?.code)) };
  };
  const held = async (type: FileOwnerType, id: string) =>
    (await run(world, street, FileHoldDocument, { type, id })).data.fileHold;
  const holdItems = () => ground.table.everything().filter(({ sk }) => sk === 'LEGAL_HOLD');

  it.each(TYPES)('of a record of kind %s keeps them beyond their term, until it is lifted', async (type) => {
    const { id, slot } = await make(type);
    const owner = ownerKeyOf({ type, id })!;
    await ground.arrive(owner, { id: slot });
    const key = originalKey(await ground.fileOf(owner, { id: slot }));
    expect(await hold({ type, id })).toMatchObject({ codes: [], record: { type, id }, hold: { on: true } });
    expect(told.mock.calls).toEqual([[key, undefined, true]]);
    // What checks a file that arrives asks this, see evidence-arrival.service.
    expect(await new EvidenceHoldRepo(ground.table).isHeld(owner)).toBe(true);
    world.clock.advance(11 * 366 * DAY);
    expect(await ground.look()).toMatchObject({ REMOVED: 0, FAILED: 0 });
    world.clock.advance(31 * DAY);
    expect(await ground.look()).toMatchObject({ REMOVED: 0, FAILED: 0 });
    expect(await hold({ type, id, on: false })).toMatchObject({ codes: [], hold: { on: false } });
    expect(told.mock.calls.at(-1)).toEqual([key, undefined, false]);
    world.clock.advance(31 * DAY);
    expect(await ground.look()).toMatchObject({ REMOVED: 1, FAILED: 0 });
  });

  it.each(TYPES)(
    'of a record of kind %s is for street and district there, and for nobody else',
    async (type) => {
      const { id } = await make(type);
      for (const role of ['GRID_WORKER', 'COMMUNITY_STAFF', 'DEPARTMENT_STAFF', 'RESIDENT'] as const)
        expect((await hold({ type, id }, world.actor(role))).codes).toEqual(['FORBIDDEN']);
      const heldFor = async (who: Actor) =>
        (await run(world, who, FileHoldDocument, { type, id })).errors[0]?.extensions?.code;
      expect(await heldFor(world.actor('COMMUNITY_STAFF'))).toBe('FORBIDDEN');
      const foreign = { ...street, appointments: [{ role: 'STREET_STAFF' as const, area: '842009001' }] };
      expect((await hold({ type, id }, foreign)).codes).toEqual(['NOT_FOUND']);
      expect(await heldFor(foreign)).toBe('NOT_FOUND');
      expect(holdItems()).toEqual([]);
      expect((await hold({ type, id }, world.actor('DISTRICT_STAFF'))).codes).toEqual([]);
      expect(await held(type, id)).toMatchObject({ on: true });
      expect(await heldFor(foreign)).toBe('NOT_FOUND');
    },
  );

  it('says who set and lifted it, when and why; the same once more adds nothing, and is told to the store again', async () => {
    const { id, slot } = await make('VISIT');
    await ground.arrive(`VISIT#${id}`, { id: slot });
    const at = world.clock.now().toISOString();
    await hold({ type: 'VISIT', id });
    await hold({ type: 'VISIT', id, reason: '再次' });
    world.clock.advance(60_000);
    const district = world.actor('DISTRICT_STAFF', undefined, '周敏');
    await hold({ type: 'VISIT', id, on: false, reason: ' 结案 ' }, district);
    expect(await held('VISIT', id)).toMatchObject({
      on: false,
      steps: [
        { on: true, reason: '行政诉讼', name: '许伟', at },
        { on: false, reason: '结案', name: '周敏', at: world.clock.now().toISOString() },
      ],
    });
    expect(told.mock.calls.map(([, , on]) => on as boolean)).toEqual([true, true, false]);
  });

  it('is one and the same, whether it was set as that of a case or of any record', async () => {
    const { id: caseId } = await make('CASE');
    await run(world, street, SetLegalHoldDocument, { input: { caseId, on: true, reason: '行政诉讼' } });
    expect(await hold({ id: caseId })).toMatchObject({ codes: [], hold: { steps: [{ on: true }] } });
    await hold({ id: caseId, on: false, reason: '结案' });
    expect(holdItems()).toMatchObject([{ on: false, version: 2 }]);
  });

  it('of a notice for a whole district is not for one of its streets', async () => {
    const input = noticeInput(world, { areas: [world.district] });
    await publish(world, world.actor('DISTRICT_STAFF'), input);
    expect((await hold({ type: 'NOTICE', id: input.id })).codes).toEqual(['NOT_FOUND']);
    expect((await hold({ type: 'NOTICE', id: input.id }, world.actor('DISTRICT_STAFF'))).codes).toEqual([]);
  });

  it('is refused where there is no such record or no reason, and nothing is kept', async () => {
    const { id } = await make('VISIT');
    for (const wrong of ['', 'x', '#', `${id}#`, 'x'.repeat(5_000), newId()])
      expect((await hold({ type: 'VISIT', id: wrong })).codes).toEqual(['NOT_FOUND']);
    for (const type of TYPES.filter((each) => each !== 'VISIT'))
      expect((await hold({ type, id })).codes).toEqual(['NOT_FOUND']);
    for (const reason of ['', ' \n', '　'])
      expect((await hold({ type: 'VISIT', id, reason })).codes).toEqual(['TEXT_REQUIRED']);
    expect((await hold({ type: 'VISIT', id, reason: '长'.repeat(2_001) })).codes).toEqual(['TEXT_TOO_LONG']);
    expect((await hold({ type: 'INSPECTION' as never, id })).codes).toHaveLength(1);
    expect(await hold({ type: 'VISIT', id, on: false })).toMatchObject({ codes: [], hold: null });
    expect(holdItems()).toEqual([]);
  });

  it('set by several at once is set once', async () => {
    const { id } = await make('LOG_ENTRY');
    const all = await Promise.all([1, 2, 3].map(() => hold({ type: 'LOG_ENTRY', id })));
    for (const { codes } of all) expect([[], ['CONFLICT']]).toContainEqual(codes);
    expect((await held('LOG_ENTRY', id))?.steps).toHaveLength(1);
  });

  it('is whole after the same again, wherever it was killed', async () => {
    const { id, slot } = await make('VISIT');
    await ground.arrive(`VISIT#${id}`, { id: slot });
    const restore = ground.table.keep();
    let kills = 0;
    for (let [nth, isOver] = [1, false]; !isOver; nth += 1) {
      for (const moment of ['before', 'after'] as const) {
        restore();
        const { way, wasKilled } = killAt(nth, moment);
        ground.table.goBy(way);
        await hold({ type: 'VISIT', id });
        ground.table.goBy((_name, act) => Promise.resolve().then(act));
        told.mockClear();
        expect((await hold({ type: 'VISIT', id })).codes).toEqual([]);
        expect((await held('VISIT', id))?.steps).toHaveLength(1);
        expect(told).toHaveBeenCalledTimes(1);
        if (wasKilled()) kills += 1;
        else isOver = true;
      }
    }
    expect(kills).toBeGreaterThan(5);
  });
});

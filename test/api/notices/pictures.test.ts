import {
  ChangeNoticeDocument,
  type ChangeNoticeInput,
  MissingFilesDocument,
  NoticePageDocument,
  PortalNoticeDocument,
} from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { caredFor } from '../../support/care';
import { slotOf } from '../../support/evidence';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import {
  arrive,
  inDays,
  meetingInput,
  neighbour,
  noticeInput,
  pageOf,
  publish,
  published,
} from '../../support/notices';
import { type World } from '../../support/world';

const picture = (more: object = {}) => ({ ...slotOf(Buffer.from(newId())), ...more });
const pictures = (count: number) => Array.from({ length: count }, () => picture());
const idsOf = (all: readonly { readonly id: string }[] | null | undefined) => all?.map(({ id }) => id);

/** What somebody is shown of a notice's pictures. */
const seen = async (world: World, actor: Actor, id: string) =>
  (await run(world, actor, PortalNoticeDocument, { id })).data.notice?.pictures;
const filesOf = async (world: World, actor: Actor, id: string) =>
  (await run(world, actor, NoticePageDocument, { id })).data.notice?.files;
const changing = async (world: World, actor: Actor, notice: string, more: Partial<ChangeNoticeInput>) => {
  const input = { id: newId(), notice, expectedVersion: 1, ...more };
  return (await run(world, actor, ChangeNoticeDocument, { input })).data.changeNotice;
};

describe('the pictures of a notice', () => {
  it('are shown once they were checked, in the order in which they were announced', async () => {
    const { world } = await makeMemoryWorld();
    const [staff, resident] = [world.actor('COMMUNITY_STAFF'), world.actor('RESIDENT')];
    const evidence = [picture(), picture({ role: 'DOCUMENT' }), picture()];
    const input = noticeInput(world, { evidence });
    const { notice } = await publish(world, staff, input);
    expect(notice).toMatchObject({
      pictures: [],
      files: evidence.map(({ id }) => ({ id, status: 'AWAITED' })),
    });
    expect(notice?.files?.every(({ upload }) => upload != null)).toBe(true);
    expect((await publish(world, staff, input)).userErrors).toEqual([]);
    const [first, second, third] = evidence.map(({ id }) => id) as [string, string, string];
    await arrive(world, input.id, third);
    await arrive(world, input.id, first);
    await arrive(world, input.id, second, 'REJECTED');
    const shown = await seen(world, resident, input.id);
    expect(idsOf(shown)).toEqual([first, third]);
    const { thumbnailUrl, pictureUrl } = shown![0]!;
    expect(thumbnailUrl).toContain(`evidence/thumbnail/NOTICE/${input.id}/${first}.webp`);
    expect(pictureUrl).toContain(`evidence/picture/NOTICE/${input.id}/${first}.webp`);
    await arrive(world, input.id, second);
    expect(idsOf(await seen(world, resident, input.id))).toEqual([first, second, third]);
  });

  it('are listed as missing for whoever announced them, until they come', async () => {
    const { world } = await makeMemoryWorld();
    const worker = world.actor('GRID_WORKER');
    const slot = picture();
    const { notice } = await publish(world, worker, meetingInput(world, { evidence: [slot] }));
    const missing = async () =>
      (await run(world, worker, MissingFilesDocument, {})).data.missingFiles.edges.map(({ node }) => node);
    expect(await missing()).toMatchObject([{ file: { id: slot.id, status: 'AWAITED' } }]);
    await arrive(world, notice!.id, slot.id);
    expect(await missing()).toEqual([]);
  });

  it('can be added and taken off as its text is changed, before it is out and after; the former version names them', async () => {
    const { world } = await makeMemoryWorld();
    const staff = world.actor('COMMUNITY_STAFF');
    const [kept, dropped, added] = [picture(), picture(), picture()];
    const from = inDays(world, 1);
    const id = await published(world, { from, evidence: [kept, dropped] }, staff);
    const more = { evidence: [added], withoutPictures: [dropped.id], id: newId() };
    const { notice } = await changing(world, staff, id, more);
    expect(notice?.version).toBe(2);
    expect((await changing(world, staff, id, more)).notice?.version).toBe(2);
    for (const each of [kept, dropped, added]) await arrive(world, id, each.id);
    world.clock.advance(2 * 86_400_000);
    const resident = world.actor('RESIDENT');
    expect(idsOf(await seen(world, resident, id))).toEqual([kept.id, added.id]);
    const late = picture();
    expect(codes(await changing(world, staff, id, { expectedVersion: 2, evidence: [late] }))).toEqual([]);
    await arrive(world, id, late.id);
    expect(idsOf(await seen(world, resident, id))).toEqual([kept.id, added.id, late.id]);
    const page = await run(world, staff, NoticePageDocument, { id });
    expect(page.data.notice?.history?.map((was) => was.pictures)).toEqual([
      [kept.id, dropped.id],
      [kept.id, added.id],
    ]);
    expect(idsOf(await filesOf(world, staff, id))?.sort()).toEqual(
      [kept, dropped, added, late].map((each) => each.id).sort(),
    );
    // Minutes and other texts leave them as they are.
    expect(codes(await changing(world, staff, id, { expectedVersion: 3, title: '停水改期' }))).toEqual([]);
    expect(idsOf(await seen(world, resident, id))).toHaveLength(3);
  });

  it('are nine at most, and pictures of a scene or a paper; nothing is kept of what is refused', async () => {
    const { world } = await makeMemoryWorld();
    const staff = world.actor('COMMUNITY_STAFF');
    const refused = async (evidence: ReturnType<typeof picture>[]) => {
      const input = noticeInput(world, { evidence });
      const answer = codes(await publish(world, staff, input));
      expect(await pageOf(world, staff, input.id)).toBe('NOT_FOUND');
      return answer;
    };
    const twice = picture();
    expect(await refused(pictures(10))).toEqual(['NOTICE_PICTURES_FULL']);
    expect(await refused([picture({ contentType: 'video/mp4' })])).toEqual(['EVIDENCE_TYPE_NOT_ALLOWED']);
    expect(await refused([picture({ contentType: 'application/pdf', role: 'DOCUMENT' })])).toEqual([
      'EVIDENCE_TYPE_NOT_ALLOWED',
    ]);
    expect(await refused([picture({ role: 'AFTER' })])).toEqual(['NOTICE_PICTURE_INVALID']);
    expect(await refused([twice, twice])).toEqual(['ID_INVALID']);
    expect(await refused([picture({ size: 30_000_000 })])).toEqual(['EVIDENCE_SIZE_INVALID']);
    const all = pictures(9);
    const id = await published(world, { evidence: all }, staff);
    const change = async (more: Partial<ChangeNoticeInput>) => codes(await changing(world, staff, id, more));
    expect(await change({ evidence: [picture()] })).toEqual(['NOTICE_PICTURES_FULL']);
    expect(await change({ withoutPictures: [newId()] })).toEqual(['NOT_FOUND']);
    const [first] = all as [(typeof all)[0]];
    const again = { withoutPictures: [first.id], evidence: [{ ...picture(), id: first.id }] };
    expect(await change(again)).toEqual(['CONFLICT']);
    expect(await change({ withoutPictures: [first.id], evidence: [picture()] })).toEqual([]);
    expect(await change({ expectedVersion: 1, evidence: [picture()] })).toEqual(['CONFLICT']);
  });
});

describe('who may not', () => {
  it('sees no pictures where the notice is not for them, not out yet, or taken back', async () => {
    const { world } = await makeMemoryWorld();
    const slot = picture();
    const id = await published(world, { areas: [world.grid], from: inDays(world, 1), evidence: [slot] });
    await arrive(world, id, slot.id);
    const resident = world.actor('RESIDENT');
    expect(await seen(world, resident, id)).toBeUndefined();
    world.clock.advance(86_400_000);
    expect(idsOf(await seen(world, resident, id))).toEqual([slot.id]);
    const others = [
      world.actor('RESIDENT', `${world.foreignGrid}001`),
      world.actor('GRID_WORKER', world.nextGrid),
      world.actor('ADMINISTRATOR'),
    ];
    const answers = await Promise.all(others.map((actor) => pageOf(world, actor, id)));
    expect(answers).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN']);
  });

  it('sees those of what is for people with a care tag only with the tag', async () => {
    const { world } = await makeMemoryWorld();
    const { resident: cared } = await caredFor(world, 'ELDERLY_ALONE');
    const [tagged, other] = [{ ...world.actor('RESIDENT'), id: cared }, await neighbour(world)];
    const slot = picture();
    const more = { audience: 'CARE_TAG', careKind: 'ELDERLY_ALONE' } as const;
    const id = await published(world, { ...more, evidence: [slot] });
    await arrive(world, id, slot.id);
    expect(idsOf(await seen(world, tagged, id))).toEqual([slot.id]);
    for (const actor of [other, world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF')])
      expect(await seen(world, actor, id)).toBeUndefined();
  });

  it('adds none to what they may not change, and is told nothing of its files', async () => {
    const { world } = await makeMemoryWorld();
    const [staff, colleague] = [world.actor('COMMUNITY_STAFF'), world.actor('COMMUNITY_STAFF')];
    const slot = picture();
    const id = await published(world, { areas: [world.grid], evidence: [slot] }, staff);
    const input = { id: newId(), notice: id, expectedVersion: 1, evidence: [picture()] };
    const resident = await run(world, world.actor('RESIDENT'), ChangeNoticeDocument, { input });
    expect(resident.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const actor of [world.actor('GRID_WORKER'), world.actor('COMMUNITY_STAFF', world.otherCommunity)])
      expect(codes(await changing(world, actor, id, { evidence: [picture()] }))).toEqual(['NOT_FOUND']);
    for (const actor of [world.actor('RESIDENT'), world.actor('GRID_WORKER')])
      expect(await filesOf(world, actor, id)).toBeNull();
    // A colleague who may change it sees what is awaited; only who announced a file uploads it.
    expect(await filesOf(world, colleague, id)).toMatchObject([{ id: slot.id, upload: null }]);
    expect((await filesOf(world, staff, id))?.[0]?.upload).not.toBeNull();
    expect(await filesOf(world, staff, id)).toHaveLength(1);
  });
});

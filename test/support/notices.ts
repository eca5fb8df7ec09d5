import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { EvidenceRepo } from '../../src/modules/evidence/evidence.repo';
import { type PublishNoticeInput as Publishing } from '../../src/modules/notices/notice.input';
import { noticeKey } from '../../src/modules/notices/notice.repo';
import { newId } from '../../src/shared/ids';
import {
  ConfirmNoticeDocument,
  MarkNoticesSeenDocument,
  PortalNoticeDocument,
  PortalNoticesDocument,
  type PortalNoticesQuery,
  PublishNoticeDocument,
  type PublishNoticeInput,
  type PublishNoticeMutation,
} from '../generated/operations';
import { run } from './api';
import { home, livingIn } from './residents';
import { type World } from './world';

const DAY_MS = 86_400_000;

/** A moment so many days from the world's now. */
export const inDays = (world: World, days: number): Date =>
  new Date(world.clock.now().getTime() + days * DAY_MS);

/** A notice of the community for everybody there, out from now for thirty days. */
export function noticeInput(world: World, more: Partial<PublishNoticeInput> = {}): PublishNoticeInput {
  return {
    ...{ id: newId(), kind: 'NOTICE', title: '停水检修通知', text: '本周六停水，请提前储水。' },
    ...{ areas: [world.community], audience: 'ALL', until: inDays(world, 30).toISOString() },
    ...more,
  };
}

/** A courtyard meeting of the world's grid, tomorrow. */
export function meetingInput(world: World, more: Partial<PublishNoticeInput> = {}): PublishNoticeInput {
  const meeting = { place: '一号院坝子', at: inDays(world, 1).toISOString() };
  return noticeInput(world, { kind: 'MEETING', areas: [world.grid], meeting, ...more });
}

/** Publishes a notice; the payload. */
export async function publish(
  world: World,
  actor: Actor,
  input: PublishNoticeInput,
): Promise<PublishNoticeMutation['publishNotice']> {
  const { data, errors } = await run(world, actor, PublishNoticeDocument, { input });
  if (errors.length > 0) throw new Error(`Nothing was published: ${JSON.stringify(errors)}`);
  return data.publishNotice;
}

/** Publishes a notice through the service, which is quicker where many are needed; its id. */
export async function published(
  world: World,
  more: Partial<Publishing> = {},
  actor = world.actor('COMMUNITY_STAFF'),
): Promise<string> {
  const input: Publishing = {
    ...{ id: newId(), kind: 'NOTICE', title: '停水检修通知', text: '本周六停水，请提前储水。' },
    ...{ areas: [world.community], audience: 'ALL', until: inDays(world, 30) },
    ...{ urgent: false, commentsOpen: false, evidence: [] },
    ...more,
  };
  await world.services.noticeDesk.publish(actor, createCollectionReader(world.foundation.table), input);
  return input.id;
}

/** Marks a picture of a notice as if its file had come and was checked, or refused. */
export async function arrive(
  { foundation }: World,
  notice: string,
  id: string,
  status: 'VERIFIED' | 'REJECTED' = 'VERIFIED',
): Promise<void> {
  const repo = new EvidenceRepo(foundation.table);
  const evidence = await repo.find({ owner: noticeKey(notice), id });
  if (evidence === undefined) throw new Error('There is no such picture.');
  const has = status === 'VERIFIED';
  const size = { width: 1280, height: 960, takenPlace: { latitude: 30.67, longitude: 104.1 } };
  const checkedAt = foundation.clock.now();
  await repo.replace({ ...evidence, ...size, status, checkedAt, hasThumbnail: has, hasPicture: has });
}

/** Who is on file in the world's courtyard, and may act. */
export async function neighbour(
  world: World,
  more: Parameters<typeof livingIn>[2] = {},
  courtyard = world.courtyard,
): Promise<Actor> {
  const id = await livingIn(world, await home(world, courtyard), more);
  return { ...world.actor('RESIDENT', courtyard), id };
}

/** What is out for somebody, as the portal shows it. */
export async function noticesOf(
  world: World,
  actor: Actor,
  first = 100,
): Promise<{
  isNew: number | null;
  rows: NonNullable<PortalNoticesQuery['notices']>['edges'][number]['node'][];
}> {
  const { data, errors } = await run(world, actor, PortalNoticesDocument, { first });
  if (errors.length > 0 || data.notices == null) throw new Error(`No notices: ${JSON.stringify(errors)}`);
  return { isNew: data.newNoticeCount ?? null, rows: data.notices.edges.map(({ node }) => node) };
}

/** The ids of what is out for somebody, in no order. */
export async function idsFor(world: World, actor: Actor): Promise<string[]> {
  return (await noticesOf(world, actor)).rows.map(({ id }) => id).sort();
}

/** Whether somebody is shown a notice: `yes`, or the code of the refusal. */
export async function pageOf(world: World, actor: Actor, id: string): Promise<string> {
  const { errors } = await run(world, actor, PortalNoticeDocument, { id });
  return errors[0]?.extensions?.code ?? 'yes';
}

/** Confirms that somebody has read a notice; the codes of the refusals. */
export async function confirm(world: World, actor: Actor, notice: string): Promise<string[]> {
  const { data, errors } = await run(world, actor, ConfirmNoticeDocument, { input: { notice } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.confirmNoticeRead.userErrors.map(({ code }) => code);
}

/** Keeps that somebody has looked; their last look. */
export async function look(world: World, actor: Actor, at?: Date): Promise<string | null> {
  const input = at === undefined ? {} : { at: at.toISOString() };
  const { data, errors } = await run(world, actor, MarkNoticesSeenDocument, { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.markNoticesSeen.seenAt ?? null;
}

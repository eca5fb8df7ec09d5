import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { changeOf, type TableChange } from '../../src/data/table-change';
import { type LogLine } from '../../src/modules/logs/log.rules';
import { LogRepo } from '../../src/modules/logs/log.repo';
import { newId } from '../../src/shared/ids';
import {
  AddLogEntryDocument,
  type AddLogEntryInput,
  type AddLogEntryMutation,
  LogDayDocument,
  type LogDayQuery,
  PlanWorkDocument,
  type PlanWorkInput,
  type PlanWorkMutation,
} from '../generated/operations';
import { run } from './api';
import { appointed } from './staff';
import { toldBy } from './stream';
import { type World } from './world';

/** A need that a worker of the world's grid notes. */
export function noteInput(more: Partial<AddLogEntryInput> = {}): AddLogEntryInput {
  return {
    ...{ id: newId(), kind: 'NEED', text: '院里三位老人希望楼道加装扶手。', evidence: [] },
    ...more,
  };
}

/** Notes something; fails loudly when it is refused. */
export async function note(
  world: World,
  actor: Actor,
  more: Partial<AddLogEntryInput> = {},
): Promise<NonNullable<AddLogEntryMutation['addLogEntry']['entry']>> {
  const { data, errors } = await run(world, actor, AddLogEntryDocument, { input: noteInput(more) });
  const entry = errors.length === 0 ? data.addLogEntry.entry : undefined;
  if (!entry) throw new Error(`The note was refused: ${JSON.stringify([errors, data])}`);
  return entry;
}

/** An errand that a worker promises. */
export function planInput(more: Partial<PlanWorkInput> = {}): PlanWorkInput {
  return { id: newId(), kind: 'ERRAND', text: '代交医保材料', promisedTo: '二单元的老人', ...more };
}

/** Plans something; fails loudly when it is refused. */
export async function plan(
  world: World,
  actor: Actor,
  more: Partial<PlanWorkInput> = {},
): Promise<NonNullable<PlanWorkMutation['planWork']['plan']>> {
  const { data, errors } = await run(world, actor, PlanWorkDocument, { input: planInput(more) });
  const planned = errors.length === 0 ? data.planWork.plan : undefined;
  if (!planned) throw new Error(`The plan was refused: ${JSON.stringify([errors, data])}`);
  return planned;
}

/** All changes of a world's own table so far, as its stream tells them. */
export async function changesOf(world: World): Promise<TableChange[]> {
  return (await toldBy(world)).map(changeOf);
}

/** The actor's log of a day, today's where none is named. */
export async function dayOf(
  world: World,
  actor: Actor,
  date?: string,
): Promise<NonNullable<LogDayQuery['workDay']>> {
  const { data, errors } = await run(world, actor, LogDayDocument, { date });
  if (!data.workDay) throw new Error(`There is no log: ${JSON.stringify(errors)}`);
  return data.workDay;
}

/** A grid worker of the world's grid whose appointment is on record, so that supervisors know them. */
export async function workerOnRecord(world: World, area = world.grid): Promise<Actor> {
  const actor = world.actor('GRID_WORKER', area, '王芳');
  await appointed(world, { person: actor.id, role: 'GRID_WORKER', area, workName: '王芳' });
  return actor;
}

/** Gives somebody's log so many lines on each of these days, as they would be derived from their records. */
export async function linesOn(
  world: World,
  by: Actor,
  days: readonly string[],
  count: number,
): Promise<void> {
  const repo = new LogRepo(world.foundation.table);
  const line = (day: string, number: number): LogLine => ({
    ...{ id: newId(), by: { id: by.id, name: by.name }, kind: 'RESIDENT_CHANGED', area: world.grid },
    at: new Date(`${day}T0${String(number % 8)}:00:00Z`),
    record: { type: 'RESIDENT', id: newId() },
  });
  for (const day of days)
    await Promise.all(Array.from({ length: count }, (_none, number) => repo.keep(line(day, number))));
}

/** A reader for one request of a test. */
export function readsOf(world: World) {
  return createCollectionReader(world.foundation.table);
}

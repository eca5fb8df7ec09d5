import { type Actor, type Role } from '../../src/auth/actor';
import { createReminders } from '../../src/app/reminders';
import { type Image, type TableChange } from '../../src/data/table-change';
import { killAt } from './kills';
import { makeMemoryWorld } from './memory-world';
import { type MemoryTable, type Way } from './memory-table';
import { inboxOf } from './notifications';
import { appointed } from './staff';
import { type World } from './world';

const asItIs: Way = (_name, act) => Promise.resolve().then(act);

/** What the clock reminds of in a world in memory, and its stream. */
export interface ReminderGround {
  readonly world: World;
  readonly table: MemoryTable;
  /** Appoints somebody, who is on duty from then on. */
  readonly onDuty: (role: Role, area: string) => Promise<Actor>;
  /** Tells of every item of these kinds as it stands now and stood when last told, as the stream does, and again. */
  readonly told: () => Promise<void>;
  /** Lets the clock look, as so many doors at once; how often somebody was reminded. */
  readonly look: (doors?: number) => Promise<number>;
  /** The kinds of what somebody was notified of, the newest first, of those that begin so. */
  readonly kindsOf: (actor: Actor, begin: string) => Promise<readonly string[]>;
  /** How many moments are still noted. */
  readonly noted: () => number;
}

/** Makes it; changes are told of the items of one kind. */
export async function reminderGround(entity: string): Promise<ReminderGround> {
  const { world, table } = await makeMemoryWorld();
  const reminders = createReminders(world.foundation);
  let before = new Map<string, Image>();
  const keyOf = ({ pk, sk }: Image) => `${String(pk)} ${String(sk)}`;
  return {
    ...{ world, table },
    onDuty: async (role, area) => {
      const actor = world.actor(role);
      await appointed(world, { person: actor.id, role, area, workName: '在岗' });
      return actor;
    },
    told: async () => {
      const now = table.everything().filter(({ __edb_e__ }) => __edb_e__ === entity) as unknown as Image[];
      const changes: TableChange[] = now.map((after) => ({ before: before.get(keyOf(after)), after }));
      await reminders.observe(changes);
      await reminders.observe([...changes].reverse());
      before = new Map(now.map((image) => [keyOf(image), structuredClone(image)]));
    },
    look: async (doors = 1) => {
      const rounds = await Promise.all(Array.from({ length: doors }, () => reminders.remindDue()));
      for (const { FAILED } of rounds) expect(FAILED).toBe(0);
      return rounds.reduce((sum, { REMINDED }) => sum + REMINDED, 0);
    },
    kindsOf: async (actor, begin) => {
      const { rows } = await inboxOf(world, actor, { first: 100 });
      return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith(begin));
    },
    noted: () => table.everything().filter(({ pk }) => String(pk).startsWith('REMINDER_DUE#')).length,
  };
}

/** Kills the clock's door before and after each of its commands, and lets two others do the rest; how often it was killed. */
export async function killedEverywhere(
  { world, table }: Pick<ReminderGround, 'world' | 'table'>,
  isAsItShould: () => Promise<void>,
): Promise<number> {
  const reminders = createReminders(world.foundation);
  const restore = table.keep();
  const killedAt = async (nth: number, moment: 'before' | 'after') => {
    restore();
    const { way, wasKilled } = killAt(nth, moment);
    table.goBy(way);
    await reminders.remindDue().catch(() => undefined);
    table.goBy(asItIs);
    await Promise.all([reminders.remindDue(), reminders.remindDue()]);
    await isAsItShould();
    return wasKilled();
  };
  let kills = 0;
  for (let nth = 1; await killedAt(nth, 'before'); nth += 1) {
    await killedAt(nth, 'after');
    kills += 2;
  }
  return kills;
}

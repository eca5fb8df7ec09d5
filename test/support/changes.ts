import { type Actor } from '../../src/auth/actor';
import { type TableChange } from '../../src/data/table-change';
import { changeOf } from '../../src/data/table-change';
import { ChangesDocument, type ChangesQuery } from '../generated/operations';
import { run } from './api';
import { toldBy } from './stream';
import { type World } from './world';

/** An answer to `changes`. */
export type ChangesAnswer = NonNullable<ChangesQuery['changes']>;

/** Notes what the stream of a world's own table has told since the last time; what it told before is passed over. */
export class Follower {
  #told = 0;

  constructor(private readonly world: World) {}

  /** The changes that have not been noted yet. */
  async next(): Promise<readonly TableChange[]> {
    const all = await toldBy(this.world);
    const some = all.slice(this.#told).map(changeOf);
    this.#told = all.length;
    return some;
  }

  /** Plans of visits follow, then the pointers, as the door has it. */
  async follow(): Promise<void> {
    const { visitPlans, changeNotes } = this.world.services;
    for (let some = await this.next(); some.length > 0; some = await this.next()) {
      await visitPlans.observe(some);
      await changeNotes.observe(some);
    }
  }
}

/** One answer to `changes`; fails loudly on an error. */
export async function ask(
  world: World,
  actor: Actor,
  variables: { areas: string[]; cursor?: string | undefined; first?: number },
): Promise<ChangesAnswer> {
  const { data, errors } = await run(world, actor, ChangesDocument, variables as never);
  if (errors.length > 0 || !data.changes) throw new Error(JSON.stringify(errors));
  return data.changes;
}

/** What a phone keeps by kind and id, with what it was told last about each. */
export class TestPhone {
  readonly kept = new Map<string, ChangesAnswer['changes'][number]>();
  cursor: string | undefined;
  /** All that this phone was ever told. */
  readonly told: string[] = [];

  constructor(
    private readonly world: World,
    public actor: Actor,
    public areas: string[],
  ) {}

  /** Asks until nothing more follows; how many answers it took. */
  async sync(first = 100): Promise<number> {
    for (let answers = 1; ; answers += 1) {
      const { world, actor, areas, cursor } = this;
      const answer = await ask(world, actor, { areas, cursor, first });
      this.take(answer);
      if (!answer.hasMore) return answers;
      if (answers > 100) throw new Error('It does not end.');
    }
  }

  /** Takes in an answer: first forgets, then keeps. */
  take({ changes, cursor, forget, restart }: ChangesAnswer): void {
    for (const [key, { areas }] of this.kept)
      if (restart || areas.every((area) => forget.includes(area))) this.kept.delete(key);
    for (const change of changes) {
      const key = `${change.type} ${change.id}`;
      this.told.push(change.removed ? `- ${key}` : key);
      if (change.removed) this.kept.delete(key);
      else this.kept.set(key, change);
    }
    this.cursor = cursor;
  }

  /** Ids that are kept of a kind. */
  ids(type: string): string[] {
    return [...this.kept.values()].filter((each) => each.type === type).map(({ id }) => id);
  }
}

/** A minute passes, so that what was told is not told again. */
export function minutePasses({ clock }: World): void {
  clock.advance(60_000);
}

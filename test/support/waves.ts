import { type Way } from './memory-table';

/** What a command must be told of its wave. */
interface Place {
  /** The number of the wave. */
  readonly wave: number;
  /** Says that the command is answered; resolves when all of its wave are, and what waits for any of them may go on. */
  readonly answered: () => Promise<void>;
}

/** Commands that leave together and are answered together. */
interface Wave {
  size: number;
  readonly begins: Signal;
  readonly ends: Signal;
}

/**
 * Commands in step: all that wait leave at once, and are answered at once, when the last of them is. So each takes as long as
 * any other, and the number of waves is the number of sequential round trips, however fast or slow the database of a laptop
 * answers, and however much of what one asks for happens to fall beside what another does.
 */
export class Waves {
  #number = 0;
  #underWay = 0;
  #next: Wave | undefined;
  #quiet: NodeJS.Timeout | undefined;

  /** @param quietMs For so long nobody must have asked for anything, before those who did leave. */
  constructor(private readonly quietMs: number) {}

  /** Waits for the wave with which a command leaves. */
  async join(): Promise<Place> {
    const wave = (this.#next ??= { size: 0, begins: signal(), ends: signal() });
    wave.size += 1;
    this.#leaveWhenQuiet();
    await wave.begins.given;
    const answered = () => {
      this.#underWay -= 1;
      if (this.#underWay === 0) {
        wave.ends.give();
        this.#leaveWhenQuiet();
      }
      return wave.ends.given;
    };
    return { wave: this.#number, answered };
  }

  #leaveWhenQuiet(): void {
    clearTimeout(this.#quiet);
    if (this.#underWay > 0 || this.#next === undefined) return;
    const wave = this.#next;
    this.#quiet = setTimeout(() => {
      this.#next = undefined;
      this.#number += 1;
      this.#underWay = wave.size;
      wave.begins.give();
    }, this.quietMs);
  }
}

/** Counts the round trips that a table in memory is asked for. */
export function stepped(): { readonly way: Way; readonly trips: () => number } {
  const waves = new Waves(5);
  let trips = 0;
  const way: Way = async (_name, act) => {
    const { wave, answered } = await waves.join();
    trips = wave;
    try {
      return act();
    } finally {
      await answered();
    }
  };
  return { way, trips: () => trips };
}

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

function signal(): Signal {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { held, lost } from './faults';
import { type Way } from './memory-table';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export type Random = () => number;

/** How often what goes wrong between the services and their table; shares of all commands. */
export interface Trouble {
  /** The command never arrives. */
  readonly lost: number;
  /** It is done, and the answer is lost for good. */
  readonly unanswered: number;
  /** It is done, the answer is lost, and the SDK sends it again. */
  readonly repeated: number;
  /** The table has no room just now. */
  readonly throttled: number;
  /** Another transaction holds one of the items. */
  readonly held: number;
}

/** What has gone wrong so far. */
export type Troubles = { -readonly [Kind in keyof Trouble]: number };

/** A network between services and their table, of which a seed says in which order commands arrive, and what becomes of them. */
export interface Network {
  readonly way: Way;
  readonly happened: Troubles;
  /** From now on nothing goes wrong. */
  readonly calm: () => void;
}

/** Makes a network: of the commands that are under way any one arrives next. */
export function makeNetwork(random: Random, trouble: Trouble): Network {
  const waiting: (() => void)[] = [];
  const happened: Troubles = { lost: 0, unanswered: 0, repeated: 0, throttled: 0, held: 0 };
  let isCalm = false;
  let isPumping = false;
  const pump = () => {
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    next?.();
    isPumping = waiting.length > 0;
    // Whoever got an answer goes on before the next command arrives, and may send one that overtakes it.
    if (isPumping) setImmediate(pump);
  };
  const arrive = (name: string, act: () => object): object => {
    const kind = isCalm ? undefined : kindOf(name, random(), trouble);
    if (kind === undefined) return act();
    happened[kind] += 1;
    return SUFFER[kind](name, act);
  };
  const way: Way = async (name, act) => {
    await new Promise<void>((resolve) => {
      waiting.push(() => {
        resolve();
      });
      if (!isPumping) setImmediate(pump);
      isPumping = true;
    });
    return arrive(name, act);
  };
  return { way, happened, calm: () => (isCalm = true) };
}

const WRITES = /^(Put|Delete|BatchWrite|TransactWrite)$/;

function kindOf(name: string, chance: number, trouble: Trouble): keyof Trouble | undefined {
  let left = chance;
  for (const [kind, share] of Object.entries(trouble) as [keyof Trouble, number][]) {
    left -= share;
    if (left < 0) return suits(kind, name) ? kind : undefined;
  }
  return undefined;
}

function suits(kind: keyof Trouble, name: string): boolean {
  if (kind === 'held') return name === 'TransactWrite';
  return kind === 'lost' || kind === 'throttled' || WRITES.test(name);
}

const SUFFER: Readonly<Record<keyof Trouble, (name: string, act: () => object) => object>> = {
  lost: () => {
    throw lost();
  },
  unanswered: (_name, act) => {
    act();
    throw lost();
  },
  repeated: (name, act) => {
    const answer = act();
    // A transaction carries a token by which the table knows it again; a single write meets its own item.
    return name === 'TransactWrite' ? answer : act();
  },
  throttled: () => {
    throw new ProvisionedThroughputExceededException({ message: 'Slow down.', $metadata: {} });
  },
  held: () => {
    throw held();
  },
};

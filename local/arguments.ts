import { parseArgs } from 'node:util';
import { LaptopProblem } from './problem';
import { say } from './say';
import { SEED_SIZES, type SeedSize } from './seed/size';

/** What `npm start --` may be told. */
export interface Arguments {
  /** Begins anew. */
  readonly fresh: boolean;
  /** How much to seed; what the laptop holds, or `small`, when nothing is said. */
  readonly seed: SeedSize | undefined;
  /** Keeps the table in memory: faster, and gone when it ends. */
  readonly inMemory: boolean;
}

const OPTIONS = {
  fresh: { type: 'boolean' },
  seed: { type: 'string' },
  'in-memory': { type: 'boolean' },
} as const;

/**
 * Reads the arguments of `npm start`.
 * @throws LaptopProblem for one that is not known
 */
export function readArguments(args: readonly string[]): Arguments {
  const { tokens, values } = parseArgs({
    ...{ args: [...args], options: OPTIONS, strict: false, tokens: true },
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw unknown(token.value);
    if (token.kind === 'option' && !(token.name in OPTIONS)) throw unknown(token.rawName);
  }
  return {
    fresh: values.fresh === true,
    seed: values.seed === undefined ? undefined : sizeOf(values.seed),
    inMemory: values['in-memory'] === true,
  };
}

function sizeOf(text: string | boolean): SeedSize {
  const size = SEED_SIZES.find((each) => each === text);
  if (size !== undefined) return size;
  const given = text === true ? say('nothing', '空') : `"${String(text)}"`;
  return fail(
    `--seed was given ${given}; it is one of ${SEED_SIZES.join(', ')}.`,
    `--seed 的值为${given},只能是 ${SEED_SIZES.join('、')} 之一。`,
  );
}

function unknown(arg: string): LaptopProblem {
  return new LaptopProblem(
    say(
      `What is "${arg}"? Known are --fresh, --seed ${SEED_SIZES.join('|')} and --in-memory.`,
      `未知参数 ${arg},支持 --fresh、--seed ${SEED_SIZES.join('|')} 和 --in-memory。`,
    ),
  );
}

function fail(en: string, zh: string): never {
  throw new LaptopProblem(say(en, zh));
}

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildDoors } from '../scripts/build';
import { compare, line } from './statistics';

const PAIRS = 15;

interface Sample {
  readonly load: number;
  readonly total: number;
  readonly cpu: number;
}

/** Module load and first request of the bundled graphql door against those of a handler that makes one SDK call. */
export async function coldStart(options: {
  folder: string;
  event: unknown;
  environment: NodeJS.ProcessEnv;
}): Promise<string[]> {
  const { folder, event, environment } = options;
  const [doors, bench] = await Promise.all([
    buildDoors({ outDir: join(folder, 'doors'), described: false }),
    buildDoors({ doorsDir: 'bench/doors', outDir: join(folder, 'bare') }),
  ]);
  const eventFile = join(folder, 'event.json');
  writeFileSync(eventFile, JSON.stringify(event));
  const bundleOf = (built: typeof doors, name: string): string => {
    const found = built.find((door) => door.name === name);
    if (found === undefined) throw new Error(`There is no door ${name}.`);
    return found.file;
  };
  const once = async (bundle: string): Promise<Sample> => {
    const args = [join(__dirname, 'first-request.cjs'), bundle, eventFile];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Sample;
  };
  const [ours, theirs] = [bundleOf(doors, 'graphql'), bundleOf(bench, 'bare')];
  await once(ours);
  await once(theirs);
  // Side by side, in turns, so that whatever else the machine does falls on both.
  const pairs: (readonly [Sample, Sample])[] = [];
  for (let done = 0; done < PAIRS; done += 1) pairs.push([await once(ours), await once(theirs)]);
  const of = (key: keyof Sample) =>
    compare(
      pairs.map(([sample]) => sample[key]),
      pairs.map(([, sample]) => sample[key]),
    );
  return [
    line('module load', 'ms', of('load')),
    line('module load + first request', 'ms', of('total')),
    line('CPU of both', 'ms', of('cpu')),
  ];
}

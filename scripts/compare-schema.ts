import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const PATH = 'schema/schema.graphql';
/** Changes that break a client and were agreed on, one path a line; each goes when it has been released. */
const AGREED = 'schema/agreed-breaks.txt';

/** Tells every change of the schema, since it was last released or landed, that would break a client. */
async function compare(): Promise<void> {
  const base = findBase();
  const old = base && read(base);
  if (old === undefined) {
    console.log('There is no earlier schema to compare with.');
    return;
  }
  const agreed = new Set(readFileSync(AGREED, 'utf8').split('\n'));
  const changes = await diff(buildSchema(old), buildSchema(readFileSync(PATH, 'utf8')));
  const breaks = changes.filter(
    ({ criticality, path = '' }) => criticality.level === CriticalityLevel.Breaking && !agreed.has(path),
  );
  for (const { message, path = '' } of breaks) console.error(`${path}: ${message}`);
  if (breaks.length > 0)
    console.error(`These break clients. If that was agreed, name the paths in ${AGREED}.`);
  process.exitCode = breaks.length > 0 ? 1 : 0;
}

/** The last release, else where the work began, else the commit before this one. */
function findBase(): string | undefined {
  const candidates = [
    git('describe', '--tags', '--abbrev=0', '--match', 'v*'),
    git('merge-base', 'HEAD', 'origin/main'),
    git('rev-parse', 'HEAD^'),
  ];
  const head = git('rev-parse', 'HEAD');
  return candidates.find((commit) => commit !== undefined && commit !== head);
}

function read(commit: string): string | undefined {
  return git('show', `${commit}:${PATH}`);
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

void compare();

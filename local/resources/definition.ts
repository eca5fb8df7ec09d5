import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const INFRA = join(__dirname, '..', '..', 'infra');

/** Properties of a CloudFormation resource, as they stand in a file. */
export type Definition = Readonly<Record<string, unknown>>;

/** Reads a resource of `infra/`, the file that is deployed, with the few variables that it names filled in. */
export function readDefinition(
  file: string,
  resource: string,
  variables: Readonly<Record<string, unknown>>,
): Definition {
  const text = readFileSync(join(INFRA, file), 'utf8').replaceAll(
    /\$\{(?:self:custom\.|param:)(\w+)\}/g,
    (whole, name: string) => {
      if (!(name in variables)) throw new Error(`infra/${file} names ${whole}, which is not known here.`);
      return JSON.stringify(variables[name]).replaceAll(/^"|"$/g, '');
    },
  );
  const { Resources } = parse(text, { merge: true }) as {
    Resources: Record<string, { Properties: Definition }>;
  };
  const found = Resources[resource];
  if (found === undefined) throw new Error(`infra/${file} has no ${resource}.`);
  return found.Properties;
}

/** Takes each step; returns the names of those that the store says it does not know. */
export async function takeSteps(steps: Readonly<Record<string, () => Promise<unknown>>>): Promise<string[]> {
  const unknown: string[] = [];
  for (const [name, take] of Object.entries(steps)) {
    try {
      await take();
    } catch (error) {
      if (!isUnknown(error)) throw error;
      unknown.push(name);
    }
  }
  return unknown;
}

/** The embedded S3 server takes what it does not know for the making of a bucket, which is there already. */
function isUnknown(error: unknown): boolean {
  const { name } = error as { name?: string };
  return [400, 404, 405, 501].includes(statusOf(error) ?? 0) || name === 'BucketAlreadyExists';
}

/** HTTP status of an error of the AWS SDK. */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../src/api/schema';

/** Writes `schema/schema.graphql` from the code; with `--check` only says whether it is fresh. */
const path = 'schema/schema.graphql';
const emitted = `# Emitted from the code by "npm run schema". Do not edit.\n\n${printSchema(lexicographicSortSchema(createSchema({ check: true })))}\n`;

if (process.argv.includes('--check')) {
  const fresh = readFileSync(path, 'utf8') === emitted;
  if (!fresh) console.error(`${path} is stale. Run: npm run schema`);
  process.exitCode = fresh ? 0 : 1;
} else {
  writeFileSync(path, emitted);
  console.log(`${path} written.`);
}

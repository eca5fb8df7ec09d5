import { readFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../../src/api/schema';
import { MADE_PAGES } from '../../scripts/write-docs';

describe('what is made from the code', () => {
  it('schema/schema.graphql is fresh (npm run schema)', () => {
    const emitted = printSchema(lexicographicSortSchema(createSchema({ check: true })));
    expect(readFileSync('schema/schema.graphql', 'utf8')).toContain(emitted);
  });

  it.each(Object.entries(MADE_PAGES))('%s is fresh (npm run docs)', (path, make) => {
    expect(readFileSync(path, 'utf8')).toBe(make());
  });
});

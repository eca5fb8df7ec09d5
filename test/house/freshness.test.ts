import { readFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../../src/api/schema';
import { drawStates } from '../../scripts/draw-states';

describe('what is made from the code', () => {
  it('schema/schema.graphql is fresh (npm run schema)', () => {
    const emitted = printSchema(lexicographicSortSchema(createSchema({ check: true })));
    expect(readFileSync('schema/schema.graphql', 'utf8')).toContain(emitted);
  });

  it('docs/cases.md is fresh (npm run docs)', () => {
    expect(readFileSync('docs/cases.md', 'utf8')).toBe(drawStates());
  });
});

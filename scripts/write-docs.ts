import { writeFileSync } from 'node:fs';
import { drawStates } from './draw-states';
import { listCategories } from './list-categories';
import { listErrors } from './list-errors';

/** The pages that are made from the code, by path. */
export const MADE_PAGES: Readonly<Record<string, () => string>> = {
  'docs/cases.md': drawStates,
  'docs/categories.md': listCategories,
  'docs/errors.md': listErrors,
};

if (require.main === module) {
  for (const [path, make] of Object.entries(MADE_PAGES)) {
    writeFileSync(path, make());
    console.log(`${path} written.`);
  }
}

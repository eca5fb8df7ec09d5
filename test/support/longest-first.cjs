const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest, in that order: begun last, one of them would keep a core alone at the end. */
const LONGEST = [
  ...['api/field/converges', 'e2e/laptop', 'api/field/ten-thousand', 'api/field/a-thousand'],
  ...[
    'api/seed/seed-once',
    'house/budgets',
    'house/permission-matrix',
    'house/standing',
    'house/canary',
    'api/evidence/hostile',
  ],
  ...['api/cases/overdue', 'e2e/query-editor', 'api/cases/linearizable', 'api/evidence/multipart'],
];

/** What watches a laptop's stream: at the beginning that is busy with the seed. */
const LATE = ['e2e/catch-up', 'e2e/live-ends', 'e2e/live'];

/** What takes longest first, where nothing is known of earlier runs; else as the runs before went. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isOf = (names, path) => names.findIndex((name) => path.endsWith(`/${name}.test.ts`));
    const rank = ({ path, duration }) => {
      if (isOf(LATE, path) >= 0) return LONGEST.length + 1;
      const found = isOf(LONGEST, path);
      return duration !== undefined || found < 0 ? LONGEST.length : found;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
};

const { availableParallelism } = require('node:os');

/** One runner, four rooms: pure rules first, then what needs a database, then the whole product. */
const esmPackages = [
  'jose',
  'uuid',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'graphql-request',
  'graphql-ws',
  '@noble',
];
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];
const room = (name, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/plain-globals.cjs',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`],
  setupFiles: ['<rootDir>/test/support/environment.ts'],
  ...more,
});
/** ElectroDB's check of its models, which takes longer than a small test; as deployed, and checked once in `unit`. */
const lean = { moduleNameMapper: { '^jsonschema$': '<rootDir>/scripts/stubs/jsonschema.ts' } };
const stores = {
  ...lean,
  globalSetup: '<rootDir>/test/support/start-backends.ts',
  globalTeardown: '<rootDir>/test/support/stop-all.ts',
};
const laptop = {
  ...lean,
  globalSetup: '<rootDir>/test/support/start-laptop.ts',
  globalTeardown: '<rootDir>/test/support/stop-all.ts',
};
module.exports = {
  // Stores and doors share two cores with the tests.
  testTimeout: 20_000,
  // Also where there are but two: a test waits for its store half of the time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // A process keeps a part of every file that it has run; one that has run fifty collects garbage more than it tests.
  workerIdleMemoryLimit: '500MB',
  projects: [room('unit'), room('api', stores), room('house', stores), room('e2e', laptop)],
};

import { resolve } from 'node:path';
import { type Plugin } from 'esbuild';

/**
 * What the libraries drag in and the doors do not need, by the path it is imported by, and what of `scripts/stubs`
 * stands for it. Whoever reaches a `left-out` after all is told so; the e2e tests run on the bundles.
 */
const LEAN: Readonly<Record<string, string>> = {
  '@apollo/utils.createhash': 'create-hash',
  '@apollo/utils.keyvaluecache': 'document-cache',
  '@aws-sdk/endpoint-cache': 'endpoint-cache',
  '@aws-sdk/credential-provider-node': 'credentials',
  '@graphql-tools/schema': 'left-out',
  '@graphql-yoga/subscription': 'left-out',
  '@smithy/core/event-streams': 'left-out',
  'asn1.js': 'signatures',
  'class-validator': 'left-out',
  jsonschema: 'jsonschema',
  loglevel: 'left-out',
  semver: 'semver',
  '../package.json': 'package-info',
  './ALBEventRequestHandler': 'left-out',
  './APIGatewayProxyEventRequestHandler': 'left-out',
  './directive/index.js': 'left-out',
  './emitSchemaDefinitionFile.js': 'left-out',
  './lib/charset': 'left-out',
  './lib/encoding': 'left-out',
  './lib/language': 'left-out',
  './incrementalDeliveryPolyfill.js': 'incremental-delivery',
  './plugin/cacheControl/index.js': 'left-out',
  './plugin/inlineTrace/index.js': 'apollo-plugins',
  './plugin/landingPage/default/index.js': 'apollo-plugins',
  './plugin/schemaReporting/index.js': 'left-out',
  './plugin/usageReporting/index.js': 'left-out',
  // ElectroDB: each entity is on its own, and what is written together is written by `data/commit.ts`.
  './src/service': 'left-out',
  './src/transaction': 'left-out',
};

/** Files of a library whose names others of it have too, and what stands for each. */
const FILES: readonly (readonly [path: RegExp, contents: string])[] = [
  [/[\\/]graphql[\\/]type[\\/]validate\.mjs$/, "export * from './schema-validation';"],
  [
    /[\\/]graphql[\\/]utilities[\\/]getIntrospectionQuery\.mjs$/,
    "export { leftOut as getIntrospectionQuery } from './left-out';",
  ],
  [
    /[\\/]graphql[\\/]utilities[\\/]printSchema\.mjs$/,
    "export { leftOut as printIntrospectionSchema, leftOut as printSchema, leftOut as printType } from './left-out';",
  ],
  // A PDF is taken apart and put together; nothing is written into it.
  [
    /[\\/]pdf-lib[\\/]es[\\/]packages[\\/]standard-fonts[\\/]index\.js$/,
    "export { leftOut as Font } from './left-out'; export const [Encodings, FontNames] = [{}, {}];",
  ],
  [
    /[\\/]pdf-lib[\\/]es[\\/]packages[\\/]upng[\\/]index\.js$/,
    "export { leftOut as default } from './left-out';",
  ],
  // Node has its own.
  [/[\\/]sha256[\\/]Sha256Js\.js$/, "export { leftOut as Sha256Js } from './left-out';"],
  [
    /[\\/]makeGatewayGraphQLRequestContext\.js$/,
    "export { leftOut as makeGatewayGraphQLRequestContext } from './left-out';",
  ],
  [
    /[\\/]util-retry[\\/]AdaptiveRetryStrategy\.js$/,
    "export { leftOut as AdaptiveRetryStrategy } from './left-out';",
  ],
];

/**
 * What a CommonJS library asks for of a package that comes as ES modules, and the one file of it that it needs: all that a bundler
 * meets behind a `require` it keeps whole.
 */
const ONE_FILE: Readonly<Record<string, string>> = {
  '@apollo/server': resolve(__dirname, '../node_modules/@apollo/server/dist/esm/utils/HeaderMap.js'),
};

/** Of this one its core is enough, without what draws, fills in forms, and reads HTML. */
const PDF_CORE = resolve(__dirname, '../node_modules/@cantoo/pdf-lib/es/core/index.js');

/** The encryption's packages each bring their own copy of the same version: all of them have that of this one. */
const STREAMS = resolve(__dirname, '../node_modules/@aws-crypto/encrypt-node');
const ONE_COPY = 'one-copy';

/** Leaves out of the bundles what the doors never call. */
export const lean: Plugin = {
  name: 'lean',
  setup(build) {
    build.onResolve({ filter: anyOf(Object.keys(LEAN)) }, ({ path, importer }) =>
      // Only libraries: what we import ourselves, we mean.
      importer.includes('node_modules')
        ? { path: resolve(__dirname, 'stubs', `${LEAN[path] ?? ''}.ts`) }
        : undefined,
    );
    // This one we import ourselves, for TypeGraphQL.
    build.onResolve({ filter: /^reflect-metadata\/lite$/ }, () => ({
      path: resolve(__dirname, 'stubs', 'metadata.ts'),
    }));
    build.onResolve({ filter: /^@cantoo\/pdf-lib$/ }, () => ({ path: PDF_CORE }));
    for (const [filter, contents] of FILES)
      build.onLoad({ filter }, () => ({ contents, resolveDir: resolve(__dirname, 'stubs') }));
    build.onResolve({ filter: /^readable-stream$/ }, ({ path, kind, resolveDir, pluginData }) =>
      pluginData === ONE_COPY || resolveDir === STREAMS
        ? undefined
        : build.resolve(path, { kind, resolveDir: STREAMS, pluginData: ONE_COPY }),
    );
    build.onResolve({ filter: anyOf(Object.keys(ONE_FILE)) }, ({ path, kind }) =>
      kind === 'require-call' ? { path: ONE_FILE[path] } : undefined,
    );
  },
};

function anyOf(paths: readonly string[]): RegExp {
  const literally = paths.map((path) => path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(${literally.join('|')})$`);
}

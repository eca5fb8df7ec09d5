/** Stands for what the doors never call; says so, if one does after all. */
function leftOut(): never {
  throw new Error('This was left out of the bundle. Take its line out of LEAN in scripts/lean.ts.');
}

export {
  leftOut as ApolloServerPluginCacheControl,
  leftOut as ApolloServerPluginSchemaReporting,
  leftOut as ApolloServerPluginUsageReporting,
  leftOut as makeExecutableSchema,
  leftOut as validateOrReject,
};

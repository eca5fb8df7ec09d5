/** Stands for what the doors never call; says so, if one does after all. */
function leftOut(): never {
  throw new Error('This was left out of the bundle. Take its line out of LEAN in scripts/lean.ts.');
}

export {
  leftOut,
  leftOut as createGetTransaction,
  leftOut as createWriteTransaction,
  leftOut as EventStreamSerde,
  leftOut as eventStreamSerdeProvider,
  leftOut as Service,
  leftOut as createComplexityDirective,
  leftOut as default,
  leftOut as defaultPrintSchemaOptions,
  leftOut as emitSchemaDefinitionFile,
  leftOut as emitSchemaDefinitionFileSync,
  leftOut as filter,
  leftOut as pipe,
  leftOut as Repeater,
  leftOut as ApolloServerPluginCacheControl,
  leftOut as ApolloServerPluginSchemaReporting,
  leftOut as ApolloServerPluginUsageReporting,
  leftOut as makeExecutableSchema,
  leftOut as validateOrReject,
};

/** The S3 client asks for it when it is made; no door selects from files by events, so nothing is added to its settings. */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

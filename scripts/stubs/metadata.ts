/** TypeGraphQL asks what types a compiler has written down; ours writes none, for every decorator names its type. */
Object.assign(Reflect, { getMetadata: () => undefined });

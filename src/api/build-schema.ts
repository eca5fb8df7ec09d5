import 'reflect-metadata/lite';
import { type GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchemaSync, type PubSub } from 'type-graphql';

/** Nobody subscribes within a process: `src/realtime` keeps who watches what, and runs the operation at each event. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions are kept by src/realtime.');
  },
};

/** Classes of resolvers. */
export type Resolvers = readonly [NewableFunction, ...NewableFunction[]];

/**
 * Builds a schema of some resolvers and all that can be reached from them. Checking it takes three times as long as building
 * it, so only the emitter and the tests do.
 */
export function buildSchema(resolvers: Resolvers, { check = false } = {}): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...resolvers] as [NewableFunction, ...NewableFunction[]],
    validate: false,
    pubSub: NO_PUB_SUB,
    skipCheck: !check,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  });
  Object.assign(schema.getQueryType() ?? {}, { description: 'What can be asked (查询).' });
  Object.assign(schema.getMutationType() ?? {}, {
    description: 'What can be done (操作); every one is safe to repeat.',
  });
  Object.assign(schema.getSubscriptionType() ?? {}, {
    description: 'What can be watched (订阅), over WebSocket in the graphql-transport-ws protocol.',
  });
  return schema;
}

import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printType,
} from 'graphql';
import type * as Graphql from 'graphql';
import { createSchema } from '../../src/api/schema';
import type * as LiveSchema from '../../src/realtime/live-schema';

const whole = lexicographicSortSchema(createSchema({ check: true }));

/** Types of the live schema by name, as their doors build it: in a process that knows no other resolver. */
const live = aloneTypes();

function aloneTypes(): ReadonlyMap<string, string> {
  const shared = globalThis as { TypeGraphQLMetadataStorage?: unknown };
  const known = shared.TypeGraphQLMetadataStorage;
  delete shared.TypeGraphQLMetadataStorage;
  const types = new Map<string, string>();
  jest.isolateModules(() => {
    const { createLiveSchema } = jest.requireActual<typeof LiveSchema>('../../src/realtime/live-schema');
    const graphql = jest.requireActual<typeof Graphql>('graphql');
    for (const [name, type] of Object.entries(
      graphql.lexicographicSortSchema(createLiveSchema({ check: true })).getTypeMap(),
    ))
      types.set(name, graphql.printType(type));
  });
  shared.TypeGraphQLMetadataStorage = known;
  return types;
}

/** Names of all types that an answer to a subscription can hold. */
function reached(): string[] {
  const found = new Set<string>();
  const follow = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const type = whole.getType(name);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) follow(getNamedType(field.type).name);
    if (isUnionType(type) || isInterfaceType(type))
      for (const possible of whole.getPossibleTypes(type)) follow(possible.name);
  };
  follow('Subscription');
  return [...found];
}

describe('the schema of the doors of what is live', () => {
  it.each(reached())('has %s as the API has it', (name) => {
    const asIs = whole.getType(name);
    expect(live.get(name)).toBe(asIs && printType(asIs));
  });

  it('is less than half of the API', () => {
    expect(live.size / Object.keys(whole.getTypeMap()).length).toBeLessThan(0.5);
  });
});

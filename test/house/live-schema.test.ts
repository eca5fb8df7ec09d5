import { getNamedType, isInterfaceType, isObjectType, isUnionType, printType } from 'graphql';
import { createSchema } from '../../src/api/schema';
import { createLiveSchema } from '../../src/realtime/live-schema';

const [whole, live] = [createSchema({ check: true }), createLiveSchema({ check: true })];

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
    const [own, asIs] = [live, whole].map((schema) => schema.getType(name));
    expect(own && printType(own)).toBe(asIs && printType(asIs));
  });

  it('is less than half of the API', () => {
    const sizeOf = (schema: typeof whole) => Object.keys(schema.getTypeMap()).length;
    expect(sizeOf(live) / sizeOf(whole)).toBeLessThan(0.5);
  });
});

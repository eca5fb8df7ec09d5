import { getIntrospectionQuery } from 'graphql';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

describe('a look at the schema', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const everything = { specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true };

  it.each([
    ['as tools send it', getIntrospectionQuery()],
    ['with all that there is to be asked', getIntrospectionQuery({ ...everything, oneOf: true })],
  ])('is within the limits for whoever has a token, %s', async (_how, query) => {
    const { data, errors } = await run<{ __schema: { types: unknown[] } }, never>(
      world,
      world.actor('RESIDENT'),
      query,
    );
    expect(errors).toEqual([]);
    expect(data.__schema.types.length).toBeGreaterThan(50);
  });

  it('is refused to strangers outside the laptop', async () => {
    const { errors } = await run(world, undefined, getIntrospectionQuery());
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('does not go deeper than a tool needs', async () => {
    const nested = `${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)}`;
    const { errors } = await run(world, world.actor('RESIDENT'), `{ __type(name: "Query") { ${nested} } }`);
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('cannot be multiplied by aliases beyond the limit of one operation', async () => {
    const looks = Array.from({ length: 31 }, (_, index) => `a${String(index)}: __schema { types { name } }`);
    const { errors } = await run(world, world.actor('RESIDENT'), `{ ${looks.join(' ')} }`);
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { createSchema } from '../../src/api/schema';
import { OPERATION_ACCESS } from '../../src/auth/access';
import { FIELD_ACCESS } from '../../src/auth/field-access';
import { PERMISSIONS } from '../../src/auth/permissions';

const schema = createSchema({ check: true });
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const roots = {
  Query: schema.getQueryType(),
  Mutation: schema.getMutationType(),
  Subscription: schema.getSubscriptionType(),
};
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));

describe('default deny', () => {
  it.each(['Query', 'Mutation', 'Subscription'] as const)(
    'every field of %s has an access rule, and every rule a field',
    (root) => {
      const fields = Object.keys(roots[root]?.getFields() ?? {});
      expect(Object.keys(OPERATION_ACCESS[root]).sort()).toEqual(fields.sort());
    },
  );

  it('every field of every object type has an access rule, and every rule a field', () => {
    const isRoot = (name: string) => Object.hasOwn(OPERATION_ACCESS, name);
    const inSchema = types
      .filter(({ name }) => !isRoot(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const inTable = Object.entries(FIELD_ACCESS).flatMap(([type, { fields }]) =>
      fields.map((field) => `${type}.${field}`),
    );
    expect(inTable.sort()).toEqual(inSchema.sort());
  });

  it('every action that guards something is in the table of permissions', () => {
    const guards = [
      ...Object.values(OPERATION_ACCESS).flatMap(Object.values),
      ...Object.values(FIELD_ACCESS).map(({ guard }) => guard),
    ];
    for (const guard of guards) expect(Object.keys(PERMISSIONS)).toContain(guard);
  });
});

describe('the cost of the common path', () => {
  it('no field carries middleware or a per-field authorisation', () => {
    for (const { path, text } of sources) {
      expect({ path, found: /@(UseMiddleware|Authorized)\b|globalMiddlewares/.exec(text)?.[0] }).toEqual({
        path,
        found: undefined,
      });
    }
  });

  it('nothing scans the table', () => {
    for (const { path, text } of sources) {
      expect({ path, found: /ScanCommand|\.scan\b/.exec(text)?.[0] }).toEqual({ path, found: undefined });
    }
  });

  it('every type says its name itself: minifying renames classes', () => {
    for (const { path, text } of sources) {
      expect({ path, found: /@(Object|Input|Interface)Type\((?!['`])/.exec(text)?.[0] }).toEqual({
        path,
        found: undefined,
      });
    }
  });

  it('a plain field is read off its object without a resolver of its own', () => {
    const area = schema.getType('CaseSummary') as GraphQLObjectType;
    for (const field of Object.values(area.getFields())) expect(field.resolve).toBeUndefined();
  });
});

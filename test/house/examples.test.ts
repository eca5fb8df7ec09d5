import { readdirSync, readFileSync } from 'node:fs';
import {
  getOperationAST,
  getVariableValues,
  isNonNullType,
  parse,
  NoUnusedFragmentsRule,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';
import { readOperations } from '../../local/editor/operations';
import { fillIn } from '../../local/editor/page/examples';
import { createSchema } from '../../src/api/schema';
import { newId } from '../../src/shared/ids';

const schema = createSchema({ check: true });

/** A client need not use every fragment that is shared. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** What the query editor offers for each screen. */
describe('the screens’ operations', () => {
  const screens = readOperations('schema/operations').map(
    (operation) => [operation.name, operation] as const,
  );

  it('have names of their own', () => {
    expect(new Set(screens.map(([name]) => name)).size).toBe(screens.length);
  });

  it.each([...new Set(screens.map(([, { client }]) => client))])(
    'of %s fit the schema with the shared fragments and nothing of another client, for codegen in its own project',
    (client) => {
      const texts = [`schema/operations/${client}`, 'schema/operations/fragments'].flatMap((folder) =>
        readdirSync(folder)
          .filter((file) => file.endsWith('.graphql'))
          .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
      );
      expect(validate(schema, parse(texts.join('\n')), RULES)).toEqual([]);
    },
  );

  it.each(screens)('%s says what it is for', (_name, { about }) => {
    expect(about).toMatch(/^[A-Z].{10,}[.:]?/);
  });

  it.each(screens)('%s can be run as it is opened: what it needs, its example has', (_name, screen) => {
    const definitions = getOperationAST(parse(screen.query))?.variableDefinitions ?? [];
    const needed = definitions.some((definition) => {
      const type = typeFromAST(schema, definition.type as never);
      return isNonNullType(type) && definition.defaultValue === undefined;
    });
    if (!needed && screen.variables === '') return;
    const example = fillIn(screen.variables, newId());
    expect(example).not.toContain('{{');
    const { errors, coerced } = getVariableValues(
      schema,
      definitions,
      JSON.parse(example) as Record<string, unknown>,
    );
    expect(errors).toBeUndefined();
    expect(coerced).toBeDefined();
  });
});

import { getOperationAST, getVariableValues, isNonNullType, parse, typeFromAST } from 'graphql';
import { readOperations } from '../../local/editor/operations';
import { createSchema } from '../../src/api/schema';
import { newId } from '../../src/shared/ids';

const schema = createSchema({ check: true });

/** What the query editor offers for each screen. */
describe('the screens’ operations', () => {
  const screens = readOperations('schema/operations').map(
    (operation) => [operation.name, operation] as const,
  );

  it('have names of their own', () => {
    expect(new Set(screens.map(([name]) => name)).size).toBe(screens.length);
  });

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
    const example = screen.variables.replaceAll(/\{\{(newId|newCaseId|caseId)\}\}/g, () => newId());
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

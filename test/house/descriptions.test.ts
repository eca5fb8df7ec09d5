import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { undescribed, unsaid } from '../../scripts/descriptions';

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(type|input|resolver)\.ts$/.test(path))
  .map((path) => `src/${path}`);

describe('what is deployed without the descriptions of the schema', () => {
  it('has each line where it was, and all else that was in it', () => {
    const text = [
      "@ObjectType('Visit', { simpleResolvers: true, description: 'A visit.' })",
      'export class Visit {',
      '  @Field(() => ID, {',
      '    nullable: true,',
      "    description: 'Id,' ,",
      '  })',
      "  description = { description: 'of the class itself' };",
      '}',
      "registerEnumType(E, { name: 'E', valuesConfig: { A: { description: 'a' } } });",
      "registerEnumType(F, { name: 'F', valuesConfig: described(WORDS) });",
      "registerEnumType(G, { name: 'G', valuesConfig: { ...described(WORDS), A: { deprecationReason: 'a' } } });",
    ].join('\n');
    const blanked = undescribed('visit.type.ts', text);
    expect(blanked).toHaveLength(text.length);
    expect(blanked.replaceAll(/ +/g, ' ').split('\n')).toEqual([
      "@ObjectType('Visit', { simpleResolvers: true, })",
      'export class Visit {',
      ' @Field(() => ID, {',
      ' nullable: true,',
      ' ',
      ' })',
      " description = { description: 'of the class itself' };",
      '}',
      "registerEnumType(E, { name: 'E', valuesConfig: { A: { } } });",
      "registerEnumType(F, { name: 'F', });",
      "registerEnumType(G, { name: 'G', valuesConfig: { A: { deprecationReason: 'a' } } });",
    ]);
  });

  it.each(FILES)('is still whole: %s', (path) => {
    const text = readFileSync(path, 'utf8');
    const blanked = undescribed(path, text);
    expect(blanked).toHaveLength(text.length);
    const { diagnostics } = ts.transpileModule(blanked, {
      reportDiagnostics: true,
      compilerOptions: { experimentalDecorators: true, target: ts.ScriptTarget.ES2022 },
    });
    expect(diagnostics).toEqual([]);
  });
});

describe('what a door starts with of the sentences it can say', () => {
  it('is their codes', () => {
    const text = [
      'export const ERRORS = {',
      "  TAKEN: { zh: '已被使用', en: 'taken' },",
      '  NONE: {',
      "    zh: '无',",
      "    en: 'none',",
      '  },',
      "  other: { of: 'something else' },",
      '} as const;',
    ].join('\n');
    const codes = unsaid('x.messages.ts', text);
    expect(codes).toHaveLength(text.length);
    expect(codes.replaceAll(/ +/g, ' ').split('\n')).toEqual([
      'export const ERRORS = {',
      ' TAKEN: { },',
      ' NONE: {',
      ' ',
      ' ',
      ' },',
      " other: { of: 'something else' },",
      '} as const;',
    ]);
  });
});

import fc from 'fast-check';
import { FLOATING_POPULATION } from '../../../local/seed/floating-population';
import { canonicalAnswers, refusalsOf } from '../../../src/modules/sheets/answer.rules';
import { isPlainPattern } from '../../../src/modules/sheets/definition.rules';
import { FORMATS, jsonSchemaOf } from '../../../src/modules/sheets/json-schema.rules';
import { misfits } from '../../../src/modules/sheets/json-schema.lazy';
import { type SheetField } from '../../../src/modules/sheets/sheet.rules';
import { checkCharacter } from '../../../src/shared/identity-number.rules';

const TODAY = '2026-05-12';
const RUNS = 6_000;

const text = (en: string) => ({ zh: en, en });
const choices = ['A', 'B', 'C'].map((value) => ({ value, label: text(value) }));
/** A field of each type, before the ones that depend on it. */
const DECIDING: readonly SheetField[] = [
  { id: 'one', label: text('one'), type: 'CHOICE', required: true, choices },
  { id: 'some', label: text('some'), type: 'CHOICES', required: false, choices },
  { id: 'yes', label: text('yes'), type: 'YES_NO', required: false },
];

const conditions = fc.constantFrom(
  undefined,
  { field: 'one', equals: ['A'] },
  { field: 'one', equals: ['B', 'C'] },
  { field: 'some', equals: ['C'] },
  { field: 'yes', equals: ['true'] },
  { field: 'yes', equals: ['false'] },
);
const kinds = fc.oneof(
  fc.record({
    type: fc.constant('TEXT' as const),
    minLength: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    maxLength: fc.option(fc.integer({ min: 3, max: 12 }), { nil: undefined }),
    pattern: fc.constantFrom(undefined, '[A-C]{1,3}\\d?', 'CD\\d{6,10}'),
  }),
  fc.record({
    type: fc.constant('NUMBER' as const),
    min: fc.constantFrom(undefined, 0, -1.5),
    max: fc.constantFrom(undefined, 10, 2.25),
    whole: fc.constantFrom(undefined, true, false),
  }),
  fc.record({ type: fc.constant('DATE' as const), notInFuture: fc.constantFrom(undefined, true) }),
  fc.record({ type: fc.constantFrom('PHONE' as const, 'IDENTITY_NUMBER' as const, 'YES_NO' as const) }),
  fc.record({ type: fc.constantFrom('CHOICE' as const, 'CHOICES' as const), choices: fc.constant(choices) }),
);
const fields = fc
  .array(
    fc.record({ kind: kinds, required: fc.boolean(), shownWhen: conditions, requiredWhen: conditions }),
    { minLength: 1, maxLength: 4 },
  )
  .map((others): SheetField[] => [
    ...DECIDING,
    ...others.map(({ kind, ...rest }, place): SheetField => ({
      ...{ id: `field${place}`, label: text('field'), ...kind, ...rest },
    })),
  ]);

const number = '51019919660606001';
/** Values as they come: right ones, nearly right ones, and any at all. */
const values = fc.oneof(
  fc.constantFrom<unknown>('A', 'B', 'C', 'D', true, false, 'true', ['A'], ['A', 'A'], ['B', 'C'], ['D'], []),
  fc.constantFrom<unknown>(0, 1, 2.25, -1.5, 10, 11, 1e12, 13_800_138_000, null, '', ' ', {}, '2026-02-30'),
  fc.constantFrom<unknown>(
    TODAY,
    '2026-05-13',
    '1999-01-31',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    'x2026-01-01',
  ),
  fc.constantFrom<unknown>(
    '15466060601',
    '028-84312345',
    '138****5678',
    '１５４６６０６０６０１',
    '+86 15466060601',
  ),
  fc.constantFrom<unknown>(number + checkCharacter(number), `${number}0`, '5****************4', number),
  fc.constantFrom<unknown>(
    'CD123456',
    'CD12345',
    'AB1',
    'ABC',
    '<b>',
    'a\u0000b',
    '致电 13800138000',
    '好',
    '***',
  ),
  fc.string({ maxLength: 14, unit: 'grapheme' }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.jsonValue({ maxDepth: 2 }),
);
const ids = fc.oneof(
  fc.constantFrom('one', 'some', 'yes', 'field0', 'field1', 'field2', 'field3'),
  fc.constantFrom('other', 'toString', '__proto__', 'constructor', ''),
);
const anyAnswers = fc
  .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: ids }, { weight: 1, arbitrary: fc.string() }), values), {
    maxLength: 7,
  })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

/** A value that fits a field, or nearly: limits are met as often as missed. */
function valueFor({ type, pattern }: SheetField): fc.Arbitrary<unknown> {
  switch (type) {
    case 'TEXT':
      return pattern === undefined
        ? fc.constantFrom('a', 'ab', 'abc', '中文字', 'abcdefgh', 'abcdefghijklmn')
        : fc.constantFrom('CD123456', 'AB1', 'C', 'CD12');
    case 'NUMBER':
      return fc.constantFrom(0, 1, 2, 1.5, 2.25, 10, -1);
    case 'DATE':
      return fc.constantFrom(TODAY, '2026-05-13', '1999-01-31');
    case 'CHOICE':
      return fc.constantFrom('A', 'B', 'C');
    case 'CHOICES':
      return fc.subarray(['A', 'B', 'C'], { minLength: 1 });
    case 'YES_NO':
      return fc.boolean();
    case 'PHONE':
      return fc.constantFrom('15466060601', '028-84312345');
    case 'IDENTITY_NUMBER':
      return fc.constant(number + checkCharacter(number));
  }
}

/** Fields with answers: any at all, or ones of the right kind to some of them, one of which may be spoilt. */
const asked = fields.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.oneof(
      { weight: 1, arbitrary: anyAnswers },
      {
        weight: 3,
        arbitrary: fc
          .record(Object.fromEntries(all.map((field) => [field.id, valueFor(field)])), {
            requiredKeys: ['one'],
          })
          .chain((right) =>
            fc.oneof(
              { weight: 3, arbitrary: fc.constant(right) },
              { weight: 1, arbitrary: anyAnswers.map((spoilt) => ({ ...right, ...spoilt })) },
            ),
          ),
      },
    ),
  ),
);

const schemaOf = (all: readonly SheetField[]) =>
  jsonSchemaOf({ id: 'x', version: 1, title: text('x'), fields: all });
const byRules = (all: readonly SheetField[], given: Record<string, unknown>) => refusalsOf(all, given, TODAY);
const bySchema = (all: readonly SheetField[], given: unknown) =>
  misfits(schemaOf(all), given, FORMATS, TODAY);

describe('answers', () => {
  it(`are taken by the JSON Schema exactly when the rules take them (${RUNS} runs)`, () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(asked, ([all, given]) => {
        const taken = byRules(all, given).length === 0;
        seen[taken ? 'taken' : 'refused'] += 1;
        if ((bySchema(all, given).length === 0) !== taken) throw new Error(JSON.stringify(given));
      }),
      { numRuns: RUNS },
    );
    // Both sides were met often enough to mean something.
    expect(seen.taken).toBeGreaterThan(RUNS / 10);
    expect(seen.refused).toBeGreaterThan(RUNS / 10);
  }, 120_000);

  it('that the rules take are taken again as they stand: the canonical form is its own', () => {
    fc.assert(
      fc.property(asked, ([all, given]) => {
        const once = canonicalAnswers(all, given);
        if (byRules(all, once).length === 0) expect(canonicalAnswers(all, once)).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('may be written as people write: full width, spaces, a small x, an empty box', () => {
    const given = {
      phone: '+86 154 6606 0601',
      identityNumber: ' １１０１０５１９４９１２３１００２ｘ',
      name: ' 陈  小雨 ',
    };
    const canonical = canonicalAnswers(FLOATING_POPULATION.fields as readonly SheetField[], {
      ...given,
      ...{ needs: [], landlord: '', education: null },
    });
    expect(canonical).toEqual({
      phone: '15466060601',
      identityNumber: '11010519491231002X',
      name: '陈 小雨',
    });
  });

  it.each<[string, Record<string, unknown>, string, readonly string[]]>([
    ['a missing one', {}, 'SHEET_ANSWER_MISSING', ['answers', 'one']],
    ['one that is not asked', { one: 'B', more: 'x' }, 'SHEET_ANSWER_NOT_ASKED', ['answers', 'more']],
    ['one that is needed now', { one: 'C', more: undefined }, 'SHEET_ANSWER_MISSING', ['answers', 'last']],
    ['a masked one', { one: 'A', more: 'x', phone: '138****5678' }, 'MASKED_VALUE', ['answers', 'phone']],
    ['a number in a text', { one: 'A', more: '致电 13800138000' }, 'NUMBER_IN_TEXT', ['answers', 'more']],
    ['no choice', { one: 'Z' }, 'SHEET_ANSWER_INVALID', ['answers', 'one']],
    ['no field', { one: 'B', 致电13800138000: 1 }, 'SHEET_FIELD_UNKNOWN', ['answers']],
  ])('are refused where they stand: %s', (_what, given, code, path) => {
    const all: SheetField[] = [
      DECIDING[0]!,
      {
        id: 'more',
        label: text('m'),
        type: 'TEXT',
        required: true,
        shownWhen: { field: 'one', equals: ['A'] },
      },
      { id: 'phone', label: text('p'), type: 'PHONE', required: false },
      {
        id: 'last',
        label: text('l'),
        type: 'DATE',
        required: false,
        requiredWhen: { field: 'one', equals: ['C'] },
      },
    ];
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    expect(refusalsOf(all, told, TODAY)).toMatchObject([{ code, path }]);
  });
});

describe('a pattern', () => {
  it.each(['CD\\d{6,10}', '川A[A-Z0-9]{5,6}', '[1-9]\\d{0,2}', 'A?B?C?'])('may be %s', (pattern) => {
    expect(isPlainPattern(pattern)).toBe(true);
  });

  it.each([
    '(a+)+',
    'a*',
    'a+',
    '(a|b)',
    'a|b',
    '\\1',
    '(?=a)',
    '[z-a]',
    'a{3,1}',
    'A?B?C?D?',
    '',
    '.',
    '^a$',
  ])('may not be %s', (pattern) => {
    expect(isPlainPattern(pattern)).toBe(false);
  });

  it('is matched quickly, whatever the text', () => {
    const worst = '[a-z0-9 ]{0,99}[a-z0-9 ]{0,99}[a-z0-9 ]{0,99}!';
    expect(isPlainPattern(worst.slice(0, -1))).toBe(true);
    const all: SheetField[] = [
      { id: 'x', label: text('x'), type: 'TEXT', required: true, pattern: worst.slice(0, -1) },
    ];
    const started = performance.now();
    expect(refusalsOf(all, { x: `${'a'.repeat(490)}<` }, TODAY)).toHaveLength(1);
    expect(refusalsOf(all, { x: `${'a'.repeat(490)}中` }, TODAY)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

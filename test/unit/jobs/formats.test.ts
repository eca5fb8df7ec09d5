import fc from 'fast-check';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { readCsv } from '../../../src/modules/jobs/csv.format';
import { csvLine, protect, unprotect } from '../../../src/modules/jobs/csv.rules';
import { openFile } from '../../../src/modules/jobs/file-read.format';
import { writeFile } from '../../../src/modules/jobs/file-write.format';
import { HOUSEHOLDS_TABLE } from '../../../src/modules/jobs/households.table';
import { FileProblem, formatOf, MOST } from '../../../src/modules/jobs/job.rules';
import { type AnyTable, type FileLine, readRow } from '../../../src/modules/jobs/table.rules';
import { tableOf } from '../../../src/modules/jobs/tables.rules';
import { readXlsx } from '../../../src/modules/jobs/xlsx-read.format';
import { writeXlsx } from '../../../src/modules/jobs/xlsx-write.format';
import { makeXlsx } from '../../support/xlsx';

const TODAY = '2026-11-24';

async function all<Item>(items: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* await Promise.resolve(items);
}

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat((await all(pieces)).map((piece) => Buffer.from(piece as string)));
}

const cellsOf = (lines: readonly FileLine[]) => lines.map(({ cells }) => cells.map((cell) => cell ?? ''));

/** Tables of any text that XML can hold, each row with something in its first and last cell. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''@x",
      '+86 138',
      '-1',
      '@x',
      '\tx',
      'a"b',
      'a,b;c',
      ' x ',
      '张三',
      '𠮷野家',
      "'x",
    ),
  )
  .filter((text) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\r/u.test(text));
const filled = cell.filter((text) => text !== '');
const tables = fc.array(
  fc.tuple(filled, cell, filled).map((row) => [...row]),
  { minLength: 1, maxLength: 20 },
);

describe('a CSV', () => {
  it('that we write reads back equal, whatever its cells', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const head = ['甲', '乙', '丙'];
        const text = [head, ...rows].map(csvLine).join('');
        expect(cellsOf(await all(readCsv(Buffer.from(`\ufeff${text}`))))).toEqual([head, ...rows]);
      }),
    );
  });

  it('is the same in UTF-8, with a byte order mark, in GB 18030, with tabs, and with any line ends', async () => {
    const text = '院落编码,门牌,地址\r\n510108008003001001,1-1-101,"龘𠮷路 1 号,院"\r\n';
    const wanted = [
      ['院落编码', '门牌', '地址'],
      ['510108008003001001', '1-1-101', '龘𠮷路 1 号,院'],
    ];
    const files = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      iconv.encode(text, 'gb18030'),
      Buffer.from(text.replaceAll('\r\n', '\n')),
      Buffer.from(text.replace(/,(?=[^院])/g, '\t').replaceAll('"', '')),
    ];
    for (const file of files) expect(cellsOf(await all(readCsv(file)))).toEqual(wanted);
  });

  it('reads GB 18030 across the pieces it is decoded in', async () => {
    const row = `${'网格'.repeat(3)},x\n`;
    const lines = await all(readCsv(iconv.encode(`a${row.repeat(20_000)}`, 'gb18030')));
    expect(lines).toHaveLength(20_000);
    expect(new Set(lines.slice(1).map(({ cells }) => cells[0]))).toEqual(new Set(['网格网格网格']));
  });

  it('goes on after a line that is broken, and says which', async () => {
    const text = 'a,b\n1,2\n"x"y"z,4\n5,6\n';
    const lines = await all(readCsv(Buffer.from(text)));
    expect(cellsOf(lines)).toContainEqual(['5', '6']);
    expect(lines.length).toBe(4);
  });

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', "'=1"])(
    'never hands %j to a spreadsheet as a formula',
    (text) => {
      expect(protect(text)).toBe(`'${text}`);
      expect(unprotect(protect(text))).toBe(text);
    },
  );
});

describe('an XLSX', () => {
  it('that we write reads back equal, whatever its cells', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        expect(cellsOf([...readXlsx(await bytesOf(writeXlsx(each(rows))))])).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it('is read by its first sheet, its numbers as numbers, its holes as empty, what is to be pronounced left out', () => {
    const lines = [
      ...readXlsx(makeXlsx([['户登记表'], [], ['编码', '名称'], [5101, undefined, { inline: 'x&y' }]])),
    ];
    expect(lines).toEqual([
      { line: 1, cells: ['户登记表'] },
      { line: 3, cells: ['编码', '名称'] },
      { line: 4, cells: [5101, undefined, 'x&y'] },
    ]);
  });

  it('that unpacks to more than the limit is given up at the limit', async () => {
    const bomb = new Uint8Array(MOST.unpackedBytes + 1).fill(32);
    const file = zipSync({ 'xl/worksheets/sheet1.xml': [bomb, { level: 9 }] });
    expect(file.length).toBeLessThan(1_000_000);
    const refusal = await openFile(file, tableOf('HOUSEHOLDS')).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'FILE_UNPACKS_TOO_LARGE' });
  }, 60_000);
});

describe('a file', () => {
  const table = tableOf('HOUSEHOLDS');
  const title = ['成华区户登记表'];
  const head = ['备注', '＊门牌号（必填）', '地址', '院落编码', '备注'];
  const open = (rows: Parameters<typeof makeXlsx>[0]) => openFile(makeXlsx(rows), table);

  it('is known by its bytes, not by its name', async () => {
    expect(formatOf(makeXlsx([['x']]))).toBe('XLSX');
    expect(formatOf(Buffer.from('\ufeff {"type":"FeatureCollection"}'))).toBe('GEOJSON');
    expect(formatOf(Buffer.from('a,b'))).toBe('CSV');
    await expect(openFile(Buffer.from('{"type":'), table)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(openFile(Buffer.from('PK\u0003\u0004 no zip'), table)).rejects.toThrow(FileProblem);
  });

  it('has its header below merged titles, its columns in any order, and those not used are named once', async () => {
    const { header, rows, lines } = await open([
      title,
      [],
      head,
      [undefined, '1-1-101', '一号', '510108008003001001'],
    ]);
    expect(rows).toBe(1);
    expect(header.line).toBe(3);
    expect(header.notes.map(({ code, values }) => [code, values?.column])).toEqual([
      ['COLUMN_UNKNOWN', '备注'],
      ['COLUMN_UNKNOWN', '备注'],
    ]);
    const [line] = await all(lines());
    expect(readRow(table, header, line!, TODAY).row).toEqual({
      ...{ courtyard: '510108008003001001', door: '1-1-101', address: '一号', memberCount: undefined },
    });
  });

  it('without a required column is refused, and the column named', async () => {
    await expect(open([title, ['门牌', '地址'], ['1', 'x']])).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      values: { columns: '院落编码' },
    });
  });

  it('without lines is refused, and one with too many', async () => {
    await expect(open([head])).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    const long = `门牌,地址,院落编码\n${'1,1,1\n'.repeat(MOST.rows + 11)}`;
    await expect(openFile(Buffer.from(long), table)).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
  }, 30_000);

  it.each(['CSV', 'XLSX'] as const)(
    'of households exported as %s is read back as the same rows',
    async (format) => {
      const courtyards = fc.stringMatching(/^\d{18}$/);
      const words = fc.stringMatching(/^[=+@'\p{Script=Han}A-Z0-9][-=+@',"\p{Script=Han}A-Z0-9]{0,20}$/u);
      const households = fc.record({
        ...{ courtyard: courtyards, door: words, address: words },
        memberCount: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(households, { minLength: 1, maxLength: 12 }), async (rows) => {
          fc.pre(rows.every(({ door }) => !/^\d{4}-\d{1,2}-\d{1,2}$/.test(door)));
          const { header, lines } = await openFile(
            await bytesOf(writeFile(format, table, each(rows))),
            table,
          );
          const read = (await all(lines())).map((line) => readRow(table, header, line, TODAY).row);
          expect(read).toEqual(rows);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('of areas exported as GeoJSON is read back as the same rows', async () => {
    const areas: AnyTable = tableOf('AREAS');
    const ring = [
      [104.1, 30.6],
      [104.2, 30.6],
      [104.2, 30.7],
      [104.1, 30.6],
    ];
    const rows = [
      { code: '510108', name: '成华区', boundary: undefined },
      { code: '510108008003001', name: '第一网格', boundary: { type: 'Polygon', coordinates: [ring] } },
    ];
    for (const format of ['GEOJSON', 'CSV', 'XLSX'] as const) {
      const { header, lines } = await openFile(await bytesOf(writeFile(format, areas, each(rows))), areas);
      expect((await all(lines())).map((line) => readRow(areas, header, line, TODAY).row)).toEqual(rows);
    }
  });

  it('has a template whose example is a line that is taken', async () => {
    expect(HOUSEHOLDS_TABLE.kind).toBe('HOUSEHOLDS');
    for (const kind of ['AREAS', 'STAFF', 'DWELLINGS', 'HOUSEHOLDS', 'RESIDENTS', 'PREMISES'] as const) {
      const columns = Object.values(tableOf(kind).columns);
      const file = [columns.map(({ zh }) => zh), columns.map(({ example }) => example)].map(csvLine).join('');
      const { header, lines } = await openFile(Buffer.from(`\ufeff${file}`), tableOf(kind));
      const [line] = await all(lines());
      expect(header.notes).toEqual([]);
      expect(readRow(tableOf(kind), header, line!, TODAY)).toMatchObject({ row: {}, findings: [] });
    }
  });
});

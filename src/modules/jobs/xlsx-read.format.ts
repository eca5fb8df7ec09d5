import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser } from 'saxes';
import { unprotect } from './csv.rules';
import { FileProblem, MOST } from './job.rules';
import { type Cell, type FileLine } from './table.rules';

/** Bytes unpacked at once. */
const PIECE = 1 << 16;

/**
 * The lines of the first sheet of an XLSX, as its XML is unpacked: a file of hundred thousands of lines is never whole in
 * memory. Numbers stay numbers, so that what a spreadsheet did to a code can be told. A file that unpacks to more than
 * the limit is given up there.
 */
export function* readXlsx(bytes: Uint8Array): Generator<FileLine> {
  const sheets: string[] = [];
  const targets = new Map<string, string>();
  const strings: string[] = [];
  const first = { 'xl/workbook.xml': sheetNames(sheets), 'xl/_rels/workbook.xml.rels': relations(targets) };
  Array.from(unpack(bytes, { ...first, 'xl/sharedStrings.xml': sharedStrings(strings) }, []));
  const target = targets.get(sheets[0] ?? '') ?? 'worksheets/sheet1.xml';
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const lines: FileLine[] = [];
  const sheet = sheetLines(strings, lines);
  yield* unpack(bytes, { [path]: sheet }, lines);
  if (!sheet.isWhole()) throw new FileProblem('FILE_UNREADABLE');
}

/** What listens to a part of the file. */
interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Unpacks the parts that somebody listens to, piece by piece, and gives what has been `found` meanwhile. */
function* unpack<Found>(
  bytes: Uint8Array,
  listeners: Readonly<Record<string, Listener>>,
  found: Found[],
): Generator<Found> {
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    const listener = listeners[file.name];
    if (listener === undefined) return;
    const [parser, decoder] = [parserFor(listener), new TextDecoder()];
    file.ondata = (error, chunk, final) => {
      // The library says null where all is well.
      if ((error as Error | null) !== null) throw error as Error;
      unpacked += chunk.length;
      if (unpacked > MOST.unpackedBytes)
        throw new FileProblem('FILE_UNPACKS_TOO_LARGE', { max: MOST.unpackedBytes / 1_000_000 });
      parser.write(decoder.decode(chunk, { stream: !final }));
      if (final) parser.close();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE) {
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    yield* found.splice(0);
  }
}

function parserFor(listener: Listener): SaxesParser {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => listener.open?.(local(name), attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** The sheets in their order, by the id of their relation. */
function sheetNames(sheets: string[]): Listener {
  return {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push(attributes['r:id'] ?? '');
    },
  };
}

function relations(targets: Map<string, string>): Listener {
  return {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target);
    },
  };
}

/** The texts that cells refer to by number; what is there to be pronounced (rPh) is left out. */
function sharedStrings(strings: string[]): Listener {
  let [inText, inPhonetic, text] = [false, false, ''];
  return {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText && !inPhonetic) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(text);
    },
  };
}

/** The rows of a sheet; those without any content are left out. */
function sheetLines(strings: readonly string[], lines: FileLine[]): Listener & { isWhole(): boolean } {
  let [line, place, type, text, inValue] = [0, -1, '', '', false];
  let cells: Cell[] = [];
  let whole = false;
  return {
    isWhole: () => whole,
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        [cells, place] = [[], -1];
      } else if (name === 'c') {
        place = attributes.r === undefined ? place + 1 : placeOf(attributes.r);
        [type, text] = [attributes.t ?? 'n', ''];
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text: (piece) => {
      if (inValue) text += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c' && place >= 0 && place < MOST_COLUMNS) cells[place] = cellFrom(type, text, strings);
      if (name === 'worksheet') whole = true;
      // Cells that are not there leave holes, which iteration fills.
      if (name === 'row' && cells.some((cell) => cell !== undefined)) lines.push({ line, cells: [...cells] });
    },
  };
}

/** Cells of a row that are looked at. */
const MOST_COLUMNS = 200;

/** Place of a cell by its name: `A1` is 0, `AB7` is 27. */
function placeOf(name: string): number {
  const letters = /^[A-Z]+/.exec(name)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellFrom(type: string, text: string, strings: readonly string[]): Cell {
  const found = type === 's' ? strings[Number(text)] : text;
  if (found === undefined || found === '' || type === 'e') return undefined;
  return type === 'n' ? Number(found) : unprotect(found);
}

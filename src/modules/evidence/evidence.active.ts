/**
 * What a browser or a reader would run, in a file that calls itself a picture: pages, scripts, documents. Long enough that
 * no compressed pixels spell them by chance.
 */
const ACTIVE =
  /<(?:!doctype html|html|script|iframe|foreignobject)[\s>/]|<svg\s[^>]{0,400}(?:xmlns|onload)|<\?php|javascript:|%pdf-\d\.\d|<!entity /i;

/** Most bytes that may follow the end of a ZIP's directory: its comment. */
const MOST_COMMENT = 65_535;

/** Whether there is something in a picture's bytes that runs, or an archive that opens: it is two files in one. */
export function hasActiveContent(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return ACTIVE.test(buffer.toString('latin1')) || hasWideScript(buffer) || isArchive(buffer);
}

/** The same in two bytes a letter. */
function hasWideScript(buffer: Buffer): boolean {
  return ['<script', '<SCRIPT', '<html', '<HTML'].some(
    (word) => buffer.includes(wide(word)) || buffer.includes(wide(word).swap16()),
  );
}

/** As bytes, so that it is found at odd places too. */
function wide(word: string): Buffer {
  return Buffer.from(word, 'utf16le');
}

/** Whether there is an archive in a file. A ZIP is read from its end: there stands where its directory begins. */
export function isArchive(buffer: Buffer): boolean {
  const from = Math.max(0, buffer.length - MOST_COMMENT - 22);
  for (let at = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= from;) {
    if (at + 22 + buffer.readUInt16LE(Math.min(at + 20, buffer.length - 2)) <= buffer.length) {
      const directory = buffer.indexOf('PK\x01\x02', 0, 'latin1');
      if (directory !== -1 && directory < at) return true;
    }
    at = at === 0 ? -1 : buffer.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return false;
}

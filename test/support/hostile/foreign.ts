import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type Hostile, photo, plain, SECRET, text, withSegments } from './parts';

const refused = (
  name: string,
  make: Hostile['make'],
  becomes = 'TYPE_NOT_ALLOWED',
  contentType = 'image/jpeg',
): Hostile => ({ name, contentType, make, becomes });

const BEGINS_LIKE_SVG = '<svg xmlns="http://www.w3.org/2000/svg">';

/** An archive with one file. */
const zip = () => zipSync({ 'run.js': text(`alert('${SECRET}')`) });

/** The same in two bytes a letter. */
const wide = (value: string) => Buffer.from(value, 'utf16le');

/** A JPEG that is JavaScript too: its first segment is a comment of 12,074 bytes, and the script stands behind it. */
async function jpegThatIsJavaScript(): Promise<Buffer> {
  const script = text(`*/=1;fetch('${SECRET}')/*`);
  const content = Buffer.concat([script, Buffer.alloc(0x2f2a - 2 - script.length, 0x20)]);
  return withSegments(0xe2, content);
}

/** What is no picture, and what is a picture and something else. */
export const FOREIGN: readonly Hostile[] = [
  refused('nothing at all', () => Buffer.alloc(0), 'EMPTY'),
  refused('text named a JPEG', () => text('I am a photo, honestly.')),
  refused(
    'a page with a script',
    () => text('<html><script>alert(1)</script></html>'),
    undefined,
    'image/png',
  ),
  refused('an SVG with a script', () => text(`${BEGINS_LIKE_SVG}<script>alert(1)</script></svg>`)),
  refused('an SVG of a billion laughs', () =>
    text(
      `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]>${BEGINS_LIKE_SVG}&b;</svg>`,
    ),
  ),
  refused('a program', () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(200)])),
  refused('a PDF announced as a JPEG', () => text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'), 'TYPE_MISMATCH'),
  refused('a ZIP', zip),
  refused('a gzip bomb of 100 MB', () => gzipSync(Buffer.alloc(100_000_000), { level: 1 })),
  refused('a GIF', () => plain(8, 8).gif().toBuffer()),
  refused('a TIFF', () => plain(8, 8).tiff().toBuffer()),
  refused('an AVIF named HEIC', () => plain(8, 8).avif().toBuffer(), undefined, 'image/heic'),
  refused('a PNG announced as a JPEG', () => plain(8, 8).png().toBuffer(), 'TYPE_MISMATCH'),
  refused('a JPEG announced as a WebP', photo, 'TYPE_MISMATCH', 'image/webp'),
  refused('a JPEG announced as a video', photo, 'TYPE_MISMATCH', 'video/mp4'),
  refused(
    'a JPEG with a page behind it',
    async () => Buffer.concat([await photo(), text('<!DOCTYPE html><p>')]),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with a script in its comment',
    () => withSegments(0xfe, text(`<ScRiPt>alert('${SECRET}')</script>`)),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with PHP in its EXIF',
    () => withSegments(0xe1, text('Exif\0\0<?php system($_GET[0]); ?>')),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with an archive behind it',
    async () => Buffer.concat([await photo(), zip()]),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with a PDF in it',
    () => withSegments(0xfe, text('%PDF-1.4\n1 0 obj<</OpenAction 2 0 R>>')),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with a script in two bytes a letter',
    async () => Buffer.concat([await photo(), wide('<script>alert(1)</script>')]),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG with a drawing that runs',
    () => withSegments(0xfe, text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
    'ACTIVE_CONTENT',
  ),
  refused(
    'a JPEG whose XMP is an entity bomb',
    () => withSegments(0xe1, text('http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a "aaaa">]>')),
    'ACTIVE_CONTENT',
  ),
  refused('a JPEG that is JavaScript too', jpegThatIsJavaScript, 'STRIPPED'),
  refused(
    'a JPEG with a secret behind its end',
    async () => Buffer.concat([await photo(), text(SECRET)]),
    'STRIPPED',
  ),
  refused(
    'a JPEG whose XMP names a person',
    () => withSegments(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
    'STRIPPED',
  ),
];

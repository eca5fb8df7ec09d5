import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { PdfFault } from './evidence.pdf-fault';
import { PDF_LIMITS } from './evidence.rules';

/** Entries that are scripts, forms of their own kind (XFA), or files in the file. */
const ACTIVE_KEYS = new Set(['JS', 'JavaScript', 'XFA', 'EmbeddedFiles', 'EF', 'RichMediaContent']);

/** Actions that run, send or open something; to go to a page or to an address is none, and is not in what is served. */
const ACTIVE_ACTIONS = new Set([
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE'],
  ...['Rendition', 'RichMediaExecute', 'Movie', 'Sound'],
]);

/** Notes on a page that are files, films or programs. */
const ACTIVE_NOTES = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D']);

/**
 * Looks at every object, whether or not a page leads to it.
 * @throws PdfFault TOO_MANY_OBJECTS, ACTIVE_CONTENT
 */
export function assertPassive(source: PDFContext): void {
  const objects = source.enumerateIndirectObjects();
  if (objects.length > PDF_LIMITS.objects) throw new PdfFault('TOO_MANY_OBJECTS');
  if (objects.some(([, object]) => isActive(object, source))) throw new PdfFault('ACTIVE_CONTENT');
}

function isActive(object: PDFObject, source: PDFContext): boolean {
  if (object instanceof PDFStream) return isActive(object.dict, source);
  if (object instanceof PDFArray) return object.asArray().some((each) => isActive(each, source));
  if (!(object instanceof PDFDict)) return false;
  return object.entries().some(([key, value]) => {
    const name = key.decodeText();
    if (ACTIVE_KEYS.has(name)) return true;
    const said = source.lookup(value);
    if (said instanceof PDFName) return namesActive(name, said.decodeText());
    return isActive(value, source);
  });
}

function namesActive(key: string, value: string): boolean {
  return (key === 'S' && ACTIVE_ACTIONS.has(value)) || (key === 'Subtype' && ACTIVE_NOTES.has(value));
}

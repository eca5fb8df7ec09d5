import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { PdfFault } from './evidence.pdf-fault';
import { PDF_LIMITS } from './evidence.rules';

/** What a page has of its own or from the branches of the tree that it hangs on, by name. */
export type PageEntries = ReadonlyMap<string, PDFObject>;

/** Entries that a page takes from its branches. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** All that is taken from a page: what it looks like. */
const OWN = [...INHERITED, 'Contents', 'Annots', 'UserUnit', 'Group'] as const;

interface Branch {
  readonly at: PDFObject;
  readonly inherited: PageEntries;
}

/**
 * The pages of a document in order.
 * @throws PdfFault NOT_DECODABLE where its tree is none, or has no pages; TOO_MANY_PAGES
 */
export function pagesOf(source: PDFContext): readonly PageEntries[] {
  const seen = new Set<PDFObject>();
  const pages: PageEntries[] = [];
  const root = catalogOf(source).get(PDFName.of('Pages'));
  const ahead: Branch[] = root === undefined ? [] : [{ at: root, inherited: new Map() }];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const node = source.lookup(next.at);
    // A branch that leads to itself never ends.
    if (!(node instanceof PDFDict) || seen.has(node)) throw new PdfFault('NOT_DECODABLE');
    seen.add(node);
    const kids = source.lookup(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) {
      const inherited = entriesOf(node, INHERITED, next.inherited);
      for (const branch of branchesOf(kids, inherited)) ahead.push(branch);
      continue;
    }
    pages.push(entriesOf(node, OWN, next.inherited));
    if (pages.length > PDF_LIMITS.pages) throw new PdfFault('TOO_MANY_PAGES');
  }
  if (pages.length === 0) throw new PdfFault('NOT_DECODABLE');
  return pages;
}

/**
 * What a document begins with.
 * @throws PdfFault NOT_DECODABLE
 */
export function catalogOf(source: PDFContext): PDFDict {
  const catalog = source.lookup(source.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new PdfFault('NOT_DECODABLE');
  return catalog;
}

/** The last first, as they are taken from the end. */
function branchesOf(kids: PDFArray, inherited: PageEntries): Branch[] {
  return kids
    .asArray()
    .map((at) => ({ at, inherited }))
    .reverse();
}

function entriesOf(node: PDFDict, names: readonly string[], inherited: PageEntries): PageEntries {
  const own = names.flatMap((name): [string, PDFObject][] => {
    const value = node.get(PDFName.of(name));
    return value === undefined ? [] : [[name, value]];
  });
  return new Map([...inherited, ...own]);
}

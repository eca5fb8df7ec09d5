interface Place {
  readonly owner: string;
  readonly id: string;
}

/** Prefix of the objects that people upload. */
const ORIGINALS = 'evidence/original/';
/** Prefixes of the pictures made from them. */
const THUMBNAILS = 'evidence/thumbnail/';
const PICTURES = 'evidence/picture/';
/** Prefix of the copies of PDFs. */
const COPIES = 'evidence/copy/';

/** Key of the file as it was uploaded: `evidence/original/CASE/<id of the case>/<id of the evidence>`. */
export function originalKey({ owner, id }: Place): string {
  return `${ORIGINALS}${owner.replace('#', '/')}/${id}`;
}

/** Key of the small picture without metadata. */
export function thumbnailKey({ owner, id }: Place): string {
  return `${THUMBNAILS}${owner.replace('#', '/')}/${id}.webp`;
}

/** Key of the large picture without metadata, which is shown instead of the original. */
export function pictureKey({ owner, id }: Place): string {
  return `${PICTURES}${owner.replace('#', '/')}/${id}.webp`;
}

/** Key of the copy of a PDF without metadata and all that acts, which is served instead of the original. */
export function copyKey({ owner, id }: Place): string {
  return `${COPIES}${owner.replace('#', '/')}/${id}.pdf`;
}

/** Whose file an original is, from its key alone; undefined for any other object. */
export function placeOf(key: string): Place | undefined {
  const [kind, ownerId, id, ...rest] = key.startsWith(ORIGINALS)
    ? key.slice(ORIGINALS.length).split('/')
    : [];
  if (kind === undefined || ownerId === undefined || id === undefined || rest.length > 0) return undefined;
  return { owner: `${kind}#${ownerId}`, id };
}

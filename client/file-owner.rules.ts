import { FieldError } from './field-error';
import { type FileRow, type KindOfWork, type OwnerType } from './rows';

/** Any input, by the names of its fields. */
type Fields = Readonly<Record<string, unknown>>;

/** Where the files of a kind go: to which record, and into which list of the input where it is not the input's own. */
interface Taking {
  readonly type: OwnerType;
  /** The field that names the record: of the input, or of its piece. */
  readonly id: string;
  /** The list whose pieces have the files, and the field by which a piece is told from the others. */
  readonly pieces?: { readonly list: string; readonly by: string; readonly haveId?: boolean };
}

const MATERIALS = { list: 'materials', by: 'code' };

const TAKINGS: Readonly<Partial<Record<KindOfWork, Taking>>> = {
  case: { type: 'CASE', id: 'id' },
  caseSolve: { type: 'CASE', id: 'caseId' },
  caseReportBack: { type: 'CASE', id: 'caseId' },
  caseInspect: { type: 'CASE', id: 'caseId' },
  caseEvidence: { type: 'CASE', id: 'caseId' },
  visit: { type: 'VISIT', id: 'id' },
  note: { type: 'LOG_ENTRY', id: 'id' },
  inspection: { type: 'CASE', id: 'caseId', pieces: { list: 'answers', by: 'item', haveId: true } },
  application: { type: 'APPLICATION', id: 'id', pieces: MATERIALS },
  applicationAmendment: { type: 'APPLICATION', id: 'application', pieces: MATERIALS },
  applicationMove: { type: 'APPLICATION', id: 'application' },
};

/**
 * The record that a file of this item, or of this part of it, belongs to; `about` names the piece of it that the file is of.
 * @throws FieldError TAKES_NO_FILES for what has none, PIECE_UNKNOWN where there is no such piece, or none is named
 */
export function ownerOf(kind: KindOfWork, input: Fields, about: string | undefined): FileRow['owner'] {
  const taking = TAKINGS[kind];
  if (taking === undefined) throw new FieldError('TAKES_NO_FILES');
  const { type, id: name, pieces } = taking;
  const piece = pieces && piecesOf(input, pieces.list).find((each) => each[pieces.by] === about);
  if (pieces === undefined ? about !== undefined : piece === undefined) throw new FieldError('PIECE_UNKNOWN');
  const id = (pieces?.haveId === true ? piece : input)?.[name];
  // An answer that makes no case takes no pictures.
  if (typeof id !== 'string') throw new FieldError('TAKES_NO_FILES');
  return { type, id };
}

/** The input with the slots of its files, each where it belongs. */
export function withSlots(kind: KindOfWork, input: Fields, files: readonly FileRow[]): Fields {
  if (files.length === 0) return input;
  const pieces = TAKINGS[kind]?.pieces;
  if (pieces === undefined) return { ...input, evidence: files.map(slotOf) };
  const filled = piecesOf(input, pieces.list).map((piece) => {
    const own = files.filter(({ about }) => about === piece[pieces.by]);
    return own.length === 0 ? piece : { ...piece, evidence: own.map(slotOf) };
  });
  return { ...input, [pieces.list]: filled };
}

function piecesOf(input: Fields, list: string): readonly Fields[] {
  return (input[list] ?? []) as readonly Fields[];
}

function slotOf({ id, role, contentType, size, sha256 }: FileRow): object {
  return { id, role, contentType, size, sha256 };
}

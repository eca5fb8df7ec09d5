import {
  type EvidenceKind,
  type EvidenceRole,
  type EvidenceStatus,
  isSettled,
  type RejectionReason,
} from './evidence.rules';
import { type Evidence } from './evidence.type';
import { ownerOf } from './evidence-owner.rules';
import { type MissingFile } from './missing-file.type';

/** What the list of missing files shows, and what an upload is signed from; the index copies it. */
export interface MissingRow {
  readonly role: EvidenceRole;
  readonly kind: EvidenceKind;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly status: EvidenceStatus;
  readonly rejection?: RejectionReason | undefined;
  readonly area: string;
  readonly openedAt: string;
}

/** The row of evidence in the list of what is missing; undefined once it is verified, and when it is removed. */
export function missingRowOf(evidence: Evidence): MissingRow | undefined {
  const { role, kind, contentType, size, sha256, status, rejection, area, openedAt } = evidence;
  if (isSettled(status)) return undefined;
  return {
    ...{ role, kind, contentType, size, sha256, status, rejection, area },
    openedAt: openedAt.toISOString(),
  };
}

/** A missing file from its row and the keys of its item; whoever reads it opened its slot. */
export function missingFileFrom(row: object, by: string): { row: MissingFile; key: string } {
  const { pk, id, row: copied } = row as { pk: string; id: string; row: MissingRow };
  const openedAt = new Date(copied.openedAt);
  const file: Evidence = {
    ...{ ...copied, id, by, openedAt, owner: pk, fingerprint: '' },
    mayUpload: true,
  };
  const record = ownerOf(pk);
  const caseId = record?.type === 'CASE' ? record.id : undefined;
  return { row: { caseId, record, file }, key: `${copied.openedAt}#${id}#${pk}` };
}

/** ElectroDB's cursor for the row of the index that has this key. */
export function missingCursor(by: string, key: string): string {
  const [openedAt = '', id = '', ...owner] = key.split('#');
  const start = {
    ...{ pk: owner.join('#'), sk: `EVIDENCE#${id}` },
    ...{ gsi2pk: `MISSING#${by}`, gsi2sk: `${openedAt}#${id}` },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}

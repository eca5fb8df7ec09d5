import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const EVIDENCE_FIELDS: ModuleFields = {
  MissingFile: { guard: 'evidence:list-missing', fields: ['caseId', 'record', 'file'] },
  MissingFileConnection: { guard: 'evidence:list-missing', fields: ['edges', 'pageInfo'] },
  MissingFileEdge: { guard: 'evidence:list-missing', fields: ['node', 'cursor'] },
  // `upload`: whoever opened the slot. `originalUrl`: `evidence:read-original`, and whoever opened the slot.
  Evidence: {
    guard: 'case:read',
    fields: [
      ...['id', 'role', 'kind', 'contentType', 'size', 'sha256', 'openedAt', 'status', 'rejection'],
      ...['checkedAt', 'takenAt', 'takenPlace', 'width', 'height', 'seconds', 'pages'],
      ...['placeMetres', 'placeDiffers', 'timeDiffers', 'keptUntil', 'removedAt'],
      ...['upload', 'thumbnailUrl', 'pictureUrl', 'copyUrl', 'originalUrl'],
    ],
  },
  MultipartUploadPayload: { guard: 'evidence:add', fields: ['upload', 'userErrors'] },
  MultipartUpload: { guard: 'evidence:add', fields: ['partSize', 'parts', 'expiresAt'] },
  UploadPart: { guard: 'evidence:add', fields: ['number', 'size', 'sha256', 'url', 'etag'] },
  EvidenceVerificationPayload: { guard: 'case:read', fields: ['verification', 'userErrors'] },
  EvidenceVerification: { guard: 'case:read', fields: ['links', 'intact', 'next'] },
  EvidenceLink: {
    guard: 'case:read',
    fields: ['id', 'size', 'sha256', 'recomputed', 'finding', 'checkedAt', 'by', 'link'],
  },
  FileHoldPayload: { guard: 'evidence:hold', fields: ['record', 'hold', 'userErrors'] },
  LegalHold: { guard: 'case:read', fields: ['on', 'steps'] },
  LegalHoldStep: { guard: 'case:read', fields: ['on', 'reason', 'by', 'name', 'at'] },
  UploadTicket: { guard: 'evidence:add', fields: ['url', 'fields', 'expiresAt'] },
  UploadField: { guard: 'evidence:add', fields: ['name', 'value'] },
};

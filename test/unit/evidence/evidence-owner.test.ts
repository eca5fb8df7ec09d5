import 'reflect-metadata';
import { applicationKey } from '../../../src/modules/applications/application.repo';
import { caseKey } from '../../../src/modules/cases/case-keys.rules';
import { EVIDENCE_ROLES } from '../../../src/modules/evidence/evidence.rules';
import {
  OWNER_TYPES,
  ownerKeyOf,
  ownerOf,
  takesPdf,
} from '../../../src/modules/evidence/evidence-owner.rules';
import { entryKey } from '../../../src/modules/logs/log-entry.repo';
import { noticeKey } from '../../../src/modules/notices/notice.repo';
import { visitKey } from '../../../src/modules/visits/visit.repo';
import { RECORD_TYPES } from '../../../src/shared/record-link.type';
import { newId } from '../../../src/shared/ids';

describe('the record a file belongs to', () => {
  const id = newId();

  it.each([
    ['CASE', caseKey(id)],
    ['VISIT', visitKey(id)],
    ['LOG_ENTRY', entryKey(id)],
    ['APPLICATION', applicationKey(id)],
    ['NOTICE', noticeKey(id)],
  ] as const)('is a %s by the key of its collection, and the other way round', (type, key) => {
    expect(ownerOf(key)).toEqual({ type, id });
    expect(ownerKeyOf({ type, id })).toBe(key);
  });

  it('is no other', () => {
    const none = RECORD_TYPES.filter((type) => ownerKeyOf({ type, id }) === undefined);
    expect(RECORD_TYPES.length - none.length).toBe(5);
    expect(ownerOf(`HOUSEHOLD#${id}`)).toBeUndefined();
  });

  it('takes a PDF only where it is an application, and only as a paper', () => {
    const taking = OWNER_TYPES.flatMap((type) =>
      EVIDENCE_ROLES.filter((role) => takesPdf(ownerKeyOf({ type, id }) ?? '', role)).map((role) => [
        type,
        role,
      ]),
    );
    expect(taking).toEqual([['APPLICATION', 'DOCUMENT']]);
  });
});

import { type AreaService } from '../modules/areas/area.service';
import { type CareTagService } from '../modules/care/care.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { NoticeAlertService } from '../modules/notices/notice-alert.service';
import { NoticeCommentRepo } from '../modules/notices/notice-comment.repo';
import { NoticeCommentService } from '../modules/notices/notice-comment.service';
import { NoticeDeskService } from '../modules/notices/notice-desk.service';
import { NoticePictureService } from '../modules/notices/notice-picture.service';
import { NoticeReaderRepo } from '../modules/notices/notice-reader.repo';
import { NoticeReadingService } from '../modules/notices/notice-reading.service';
import { NoticeReceiptService } from '../modules/notices/notice-receipt.service';
import { NoticeRepo } from '../modules/notices/notice.repo';
import { type ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** Urgent notices as they come out: no more than the doors of what is live need. */
export function createNoticeAlerts(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  residents: Pick<ResidentService, 'current'>,
) {
  return { noticeAlerts: new NoticeAlertService(new NoticeRepo(table), residents, clock) };
}

/** What is made known. */
export function createNotices(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  areas: AreaService,
  residents: ResidentService,
  careTags: CareTagService,
  evidence: EvidenceService,
) {
  const [repo, readers] = [new NoticeRepo(table), new NoticeReaderRepo(table)];
  const notices = new NoticeReadingService(repo, readers, residents, careTags, vault, clock);
  const noticePictures = new NoticePictureService(evidence);
  return {
    ...createNoticeAlerts({ table, clock }, residents),
    ...{ notices, noticePictures },
    noticeDesk: new NoticeDeskService(repo, notices, areas, noticePictures, clock),
    noticeReceipts: new NoticeReceiptService(readers, notices, vault, clock),
    noticeComments: new NoticeCommentService(new NoticeCommentRepo(table), notices, clock),
  };
}

import { type WholeApp } from '../../src/app/backstage';
import { type PublishNoticeInput } from '../../src/modules/notices/notice.input';
import { seedId } from './ids';
import { person } from './people';

const DAY_MS = 86_400_000;
const COMMUNITY = '510108008003';

type SeedNotice = Pick<PublishNoticeInput, 'kind' | 'title' | 'text' | 'areas' | 'audience'> &
  Partial<PublishNoticeInput>;

const days = (now: Date, count: number) => new Date(now.getTime() + count * DAY_MS);

/** Five notices of various kinds, one of them planned; times from the moment of the seeding. */
function notices(now: Date): readonly (readonly [by: string, notice: SeedNotice])[] {
  return [
    [
      'lin-yan',
      {
        ...{ kind: 'NOTICE', areas: [COMMUNITY], audience: 'ALL' },
        title: '停水检修通知',
        text: '因供水管网检修，本周六 9 时至 18 时停水，请提前储水。',
      },
    ],
    [
      'xu-wei',
      {
        ...{ kind: 'POLICY', areas: ['510108008'], audience: 'FLOATING_RESIDENTS', commentsOpen: true },
        title: '居住证办理指南',
        text: '在本街道居住满半年的，可凭租房合同与身份证件到社区服务窗口申领居住证，也可请网格员代办。',
      },
    ],
    [
      'tang-hua',
      {
        ...{ kind: 'SAFETY', areas: ['510108'], audience: 'ALL', urgent: true },
        title: '暴雨橙色预警：请勿靠近河道',
        text: '预计今夜有暴雨，沙河沿岸请勿停留，低洼处车辆请及时转移。',
      },
    ],
    [
      'wang-fang',
      {
        ...{ kind: 'MEETING', areas: [`${COMMUNITY}001`], audience: 'ALL', commentsOpen: true },
        title: '坝坝会：院落停车怎么管',
        text: '请各户派一名代表参加，商量院内停车位的划分与收费。',
        meeting: { place: '一号院坝子', at: days(now, 1) },
      },
    ],
    [
      'deng-li',
      {
        ...{ kind: 'NOTICE', areas: ['510108008'], audience: 'WORKERS', from: days(now, 1) },
        title: '下周入户走访安排',
        text: '下周集中走访独居老人，请各网格提前核对名单与路线。',
      },
    ],
  ];
}

/** Publishes them, and lets a resident and a worker read; what was seeded on an earlier day is left as it is. */
export async function seedNotices(
  { services, newReads }: Pick<WholeApp, 'services' | 'newReads'>,
  now: Date,
): Promise<void> {
  const { noticeDesk, noticeReceipts } = services;
  for (const [index, [key, notice]] of notices(now).entries()) {
    const [by, id] = [person(key), seedId('NOTICE', index + 1)];
    const isThere = await services.notices.get(by, newReads(), id).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    const plain = { urgent: false, commentsOpen: false, evidence: [] };
    const input = { id, ...plain, until: days(now, 30), ...notice };
    await noticeDesk.publish(by, newReads(), input);
  }
  await noticeReceipts.confirm(person('peng-xiaoli'), newReads(), seedId('NOTICE', 1));
  await noticeReceipts.confirm(person('wang-fang'), newReads(), seedId('NOTICE', 3));
}

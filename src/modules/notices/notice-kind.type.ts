import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { NOTICE_KINDS } from './notice.rules';

export const NoticeKindEnum = enumOf(NOTICE_KINDS);
registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: 'What a notice is (公告类别).',
  valuesConfig: {
    NOTICE: { description: 'Something that is made known (通知).' },
    POLICY: { description: 'A policy, explained (政策宣传).' },
    SAFETY: { description: 'A warning, or how to be safe (安全提示).' },
    MEETING: { description: 'A courtyard meeting is announced, and minuted afterwards (坝坝会).' },
  },
});

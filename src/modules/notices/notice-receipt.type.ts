import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RoleEnum } from '../people/person.type';
import { connectionOf } from '../../shared/connection.type';

@ObjectType('NoticeAreaCount', {
  simpleResolvers: true,
  description: 'How many residents of an area have read a notice (分区域已读人数).',
})
export class NoticeAreaCount {
  @Field(() => ID, { description: 'Code of the grid or community (网格或社区编码).' })
  area: string;

  @Field(() => Int, { description: 'How many (已读人数).' })
  count: number;
}

@ObjectType('NoticeReceipts', {
  simpleResolvers: true,
  description: 'Who has read a notice (阅读回执): residents as counts, never by name.',
})
export class NoticeReceipts {
  @Field(() => Int, { description: 'How many residents have read it (居民已读总数).' })
  residents: number;

  @Field(() => [NoticeAreaCount], {
    description:
      'How many of each area (分区域): grids, where it is for a community or less; else communities.',
  })
  areas: readonly NoticeAreaCount[];
}

@ObjectType('NoticeWorkerRead', {
  simpleResolvers: true,
  description: 'A worker who has read a notice (工作人员已读).',
})
export class NoticeWorkerRead {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => RoleEnum, { description: 'Role (岗位).' })
  role: string;

  @Field(() => ID, { description: 'Code of their area (区域编码).' })
  area: string;

  @Field(() => Date, { description: 'When they confirmed it (确认时间).' })
  at: Date;
}

export const NoticeWorkerReadConnection = connectionOf(
  NoticeWorkerRead,
  'NoticeWorkerRead',
  'workers who have read a notice (工作人员已读)',
);
export type NoticeWorkerReadConnection = InstanceType<typeof NoticeWorkerReadConnection>;

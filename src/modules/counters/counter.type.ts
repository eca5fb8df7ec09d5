import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, InputType, ObjectType } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { connectionOf } from '../../shared/connection.type';
import { GeoPoint } from '../../shared/point.type';
import { UserError } from '../../shared/user-error.type';
import { type CounterOffer, type CounterSession, type CounterSummary } from './counter.rules';

@ObjectType('CounterSession', {
  simpleResolvers: true,
  description: 'Hours of a weekday in which a counter takes people (服务时段), cut into slots.',
})
@InputType('CounterSessionInput', {
  description: 'Hours of a weekday in which a counter takes people (服务时段), cut into slots.',
})
export class CounterSessionType implements CounterSession {
  @Field(() => Int, { description: 'Weekday (星期): 1 is Monday, 7 Sunday.' })
  weekday: number;

  @Field(() => String, { description: 'From (开始), HH:MM in Shanghai.' })
  from: string;

  @Field(() => String, { description: 'To (结束), HH:MM in Shanghai.' })
  to: string;

  @Field(() => Int, { description: 'Minutes of a slot (每段分钟数), 5 to 120.' })
  slotMinutes: number;

  @Field(() => Int, { description: 'How many may book each slot (每段可预约人数), 1 to 50.' })
  capacity: number;
}

@ObjectType('CounterOffer', {
  simpleResolvers: true,
  description: 'A service that a counter offers (可办事项).',
})
export class CounterOfferType implements CounterOffer {
  @Field(() => ID, { description: 'Id of the service (事项编号).' })
  id: string;

  @Field(() => String, { description: 'Name (事项名称), as it was when the counter was last changed.' })
  name: string;
}

@ObjectType('CounterSummary', {
  simpleResolvers: true,
  description: 'A service counter as a list shows it (便民服务中心).',
})
export class CounterSummaryType implements CounterSummary {
  @Field(() => ID, { description: 'Id (编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the community, street or district that runs it (所属区域).' })
  area: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Public telephone (公开电话).' })
  phone?: string | undefined;

  @Field(() => GeoPoint, { nullable: true, description: 'Where it is (位置), in WGS 84.' })
  point?: GeoPoint | undefined;
}

@ObjectType('Counter', {
  simpleResolvers: true,
  description: 'A service counter (办事大厅、便民服务中心).',
})
export class CounterType extends CounterSummaryType {
  @Field(() => Int, { description: 'Version (版本号); give it when you change it.' })
  version: number;

  @Field(() => [CounterOfferType], {
    description: 'What one can do there (可办事项); all where it names none.',
  })
  offers: readonly CounterOfferType[];

  @Field(() => [CounterSessionType], { description: 'When it is open (服务时段).' })
  sessions: readonly CounterSessionType[];

  @Field(() => Int, { description: 'How many windows it has (窗口数).' })
  windows: number;

  @Field(() => [GraphQLLocalDate], {
    description: 'Days on which it is closed (闭馆日), beside public holidays.',
  })
  closedOn: readonly Day[];

  @Field(() => Boolean, {
    description: 'Whether it opens on days that are worked in exchange for a holiday (调休上班日是否开放).',
  })
  opensOnMakeUpDays: boolean;
}

@ObjectType('CounterSlot', {
  simpleResolvers: true,
  description: 'A stretch of time at a counter that can be booked (预约时段).',
})
export class CounterSlot {
  @Field(() => Date, { description: 'When it begins (开始时间).' })
  start: Date;

  @Field(() => Date, { description: 'When it ends (结束时间).' })
  end: Date;

  @Field(() => Int, { description: 'How many may book it (可预约人数).' })
  capacity: number;

  @Field(() => Int, { description: 'How many places are free (剩余名额).' })
  free: number;
}

export const CounterConnection = connectionOf(CounterSummaryType, 'Counter', 'counters (便民服务中心)');
export type CounterConnection = InstanceType<typeof CounterConnection>;

@ObjectType('CounterPayload', {
  simpleResolvers: true,
  description: 'What came of putting a counter (便民服务中心维护结果).',
})
export class CounterPayload {
  @Field(() => CounterType, { nullable: true, description: 'The counter as it stands now (便民服务中心).' })
  counter?: CounterType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

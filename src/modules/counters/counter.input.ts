import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { PageArgs } from '../../shared/connection.type';
import { GeoPointInput } from '../../shared/point.type';
import { CounterSessionType } from './counter.type';

@InputType('PutCounterInput', {
  description:
    'A service counter as a whole (便民服务中心), new or changed. The same id and content may be sent again.',
})
export class PutCounterInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the counter, made by the client: UUID version 7 (编号).' })
  counter: string;

  @Field(() => Int, { description: 'Version as you saw it (所见版本); 0 for a new one.' })
  expectedVersion: number;

  @Field(() => ID, {
    description: 'Code of the community, street or district that runs it (所属区域); it never changes.',
  })
  area: string;

  @Field(() => String, { description: 'Name (名称), at most 30 characters.' })
  name: string;

  @Field(() => String, { description: 'Address (地址), at most 100 characters.' })
  address: string;

  @Field(() => String, {
    nullable: true,
    description: 'Public telephone (公开电话): a landline, nobody’s own.',
  })
  phone?: string | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where it is (位置).' })
  point?: GeoPointInput | null;

  @Field(() => [ID], {
    description: 'Ids of the services it offers (可办事项), at most 50; all where none is named.',
  })
  services: string[];

  @Field(() => [CounterSessionType], { description: 'When it is open (服务时段), at most 28.' })
  sessions: CounterSessionType[];

  @Field(() => Int, { description: 'How many windows it has (窗口数), 1 to 20.' })
  windows: number;

  @Field(() => [GraphQLLocalDate], {
    defaultValue: [],
    description: 'Days on which it is closed (闭馆日), beside public holidays, at most 40.',
  })
  closedOn: Day[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether it opens on days that are worked in exchange for a holiday (调休上班日是否开放), as on a Monday.',
  })
  opensOnMakeUpDays: boolean;
}

@ArgsType()
export class CountersArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => GeoPointInput, {
    nullable: true,
    description: 'Where you are (当前位置): the nearest come first.',
  })
  near?: GeoPointInput | null;
}

@ArgsType()
export class CounterSlotsArgs {
  @Field(() => ID, { description: 'Id of the counter (便民服务中心编号).' })
  counter: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day (起始日期); today when none is named.',
  })
  from?: Day | null;

  @Field(() => Int, { defaultValue: 7, description: 'How many days (天数), 1 to 14.' })
  days: number;
}

import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { GeoPointInput } from '../../shared/point.type';
import { PutInput } from './register.input';

@InputType('PutThingInput')
export abstract class PutThingInput extends PutInput {
  @Field(() => ID, {
    description: 'Id, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the grid or courtyard (网格或院落编码) it lies in; wins over the point.',
  })
  area?: string | null;

  @Field(() => GeoPointInput, {
    nullable: true,
    description: 'Point (坐标点); the grid is found from it when no area is named.',
  })
  point?: GeoPointInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address in words (地址描述), at most 200 characters.',
  })
  address?: string | null;
}

@ArgsType()
export class ThingsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area of any level (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether those that are closed (已注销) are wanted, which are listed apart.',
  })
  closed: boolean;
}

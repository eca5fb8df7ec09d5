import { Field, ID, ObjectType } from 'type-graphql';
import { GeoPoint } from '../../shared/point.type';
import { RegisterEntry } from './register.type';

/** What an organisation, premises and a facility have in common. */
@ObjectType('ThingEntry', { simpleResolvers: true })
export abstract class ThingEntry extends RegisterEntry {
  @Field(() => ID, { description: 'Id (编号), made by the client.' })
  id: string;

  @Field(() => ID, { description: 'Code of the grid or courtyard (所在网格或院落) it lies in.' })
  area: string;

  @Field(() => GeoPoint, { nullable: true, description: 'Where (坐标点), WGS 84.' })
  point?: GeoPoint | undefined;

  @Field(() => String, { nullable: true, description: 'Address in words (地址描述).' })
  address?: string | undefined;
}

/** What a list shows of any of them. */
@ObjectType('ThingSummary', { simpleResolvers: true })
export abstract class ThingSummary {
  @Field(() => ID, { description: 'Id (编号): ask for the whole with it.' })
  id: string;

  @Field(() => ID, { description: 'Code of the grid or courtyard (所在网格或院落) it lies in.' })
  area: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;
}

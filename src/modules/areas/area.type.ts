import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/node.type';
import { AREA_LEVELS, type AreaLevel } from '../../shared/area-code';
import { enumOf } from '../../shared/graphql-enum';

export const AreaLevelEnum = enumOf(AREA_LEVELS);
registerEnumType(AreaLevelEnum, {
  name: 'AreaLevel',
  description: 'Level of the hierarchy of areas (区域层级).',
  valuesConfig: {
    DISTRICT: { description: 'District (区), 6 digits.' },
    STREET: { description: 'Street or town (街道、镇), 9 digits.' },
    COMMUNITY: { description: 'Community or village (社区、村), 12 digits.' },
    GRID: { description: 'Grid (网格), 15 digits.' },
    COURTYARD: { description: 'Courtyard or estate (院落、小区), 18 digits.' },
  },
});

@ObjectType('Area', {
  implements: Node,
  simpleResolvers: true,
  description:
    'An area (区域): district, street, community, grid or courtyard. Its code is its place in the hierarchy.',
})
export class Area extends Node {
  @Field(() => ID, {
    description:
      'Code (区划代码): the national division code down to the community (GB/T 2260 and its continuations), then three digits each for grid and courtyard.',
  })
  code: string;

  @Field(() => AreaLevelEnum, { description: 'Level (层级).' })
  level: AreaLevel;

  @Field(() => String, { description: 'Name (名称), for instance 跳蹬河街道.' })
  name: string;

  /** Names from the district down to the area itself. */
  names: readonly string[];
}

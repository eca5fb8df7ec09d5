import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { Node } from '../../shared/node.type';
import { AREA_LEVELS, type AreaLevel, levelOf } from '../../shared/area-code';
import { enumOf } from '../../shared/graphql-enum';
import { type AreaFacts, GRID_KINDS, type NamedArea } from './area.rules';

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

export const GridKindEnum = enumOf(GRID_KINDS);
registerEnumType(GridKindEnum, {
  name: 'GridKind',
  description: 'Kind of a grid (网格类型).',
  valuesConfig: {
    GENERAL: { description: 'General grid (综合网格): usually 300 to 500 households.' },
    MICRO: { description: 'Micro grid (微网格): usually 50 to 80 households, of a building or courtyard.' },
    SPECIAL: {
      description:
        'Special grid (专属网格): a business park, school or hospital, under the place and a department (双重管理).',
    },
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

  /** What is known beside; absent, to be read when it is asked for, where an area stands as one above another. */
  facts?: AreaFacts | Promise<AreaFacts> | undefined;
}

/** An area from its code and the names down to it. */
export function areaFrom({ code, names, facts }: Omit<NamedArea, 'facts'> & Partial<NamedArea>): Area {
  return { id: code, code, level: levelOf(code) ?? 'DISTRICT', name: names.at(-1) ?? code, names, facts };
}

export const AreaConnection = connectionOf(Area, 'Area', 'areas (区域)');
export type AreaConnection = InstanceType<typeof AreaConnection>;

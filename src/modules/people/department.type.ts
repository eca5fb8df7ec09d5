import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Department', {
  simpleResolvers: true,
  description:
    'A department (部门) at street or district level, for instance the environment bureau (生态环境局).',
})
export class Department {
  @Field(() => ID, {
    description: 'Code (部门编码): code of its area, a hyphen, letters; our own, not an official one.',
  })
  code: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => ID, { description: 'Code of the area it serves (管辖区域).' })
  area: string;
}

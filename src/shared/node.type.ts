import { Field, ID, InterfaceType } from 'type-graphql';

/** Something with an id of its own that can be asked for again (Relay's Global Object Identification). */
@InterfaceType('Node', {
  resolveType: (value: object) => ('areaNames' in value ? 'Case' : 'Area'),
  description: 'Something that can be asked for again by its id (Relay: Global Object Identification).',
})
export abstract class Node {
  @Field(() => ID, { description: 'Id (编号), unique in the whole system.' })
  id: string;
}

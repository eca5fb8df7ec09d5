import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type Page } from './page';

@ObjectType('PageInfo', {
  simpleResolvers: true,
  description: 'Where a page stands in its list (Relay: PageInfo).',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow (后面是否还有).' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are read forward only (只支持向后翻页).' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row (首行游标).' })
  startCursor?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'Where to go on (续读游标): pass it as `after`. Mostly the cursor of the last row; a list that is searched may have looked further.',
  })
  endCursor?: string | undefined;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows (条数), 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Cursor (游标) of the row after which to begin.' })
  after?: string | null;
}

/** A page in Relay's form. */
export function toConnection<Row>(page: Page<Row>): {
  edges: { node: Row; cursor: string }[];
  pageInfo: PageInfo;
} {
  const cursorOf = (key: string) => Buffer.from(key).toString('base64url');
  const edges = page.rows.map(({ row, key }) => ({ node: row, cursor: cursorOf(key) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: page.endKey === undefined ? edges.at(-1)?.cursor : cursorOf(page.endKey),
    },
  };
}

/** The connection and edge types (Relay) of an object type. */
export function connectionOf<Row extends object>(rowType: ClassType<Row>, name: string, what: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One row of a list of ${what}.` })
  class Edge {
    @Field(() => rowType, { description: 'The row itself (本行).' })
    node: Row;

    @Field(() => String, { description: 'Cursor (游标) of this row.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${what} (Relay connection).`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'Rows (各行).' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands (分页信息).' })
    pageInfo: PageInfo;
  }
  return Connection;
}

import { type ApolloServer } from '@apollo/server';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type ApiContext } from '../../src/api/context';
import { createSchema } from '../../src/api/schema';
import { createServer } from '../../src/api/server';
import { type Actor } from '../../src/auth/actor';
import { type Live } from '../../src/auth/request';
import { type Language } from '../../src/shared/language';
import { contextOf, type World } from './world';

let server: ApolloServer<ApiContext> | undefined;

/** The answer to an operation, as a client gets it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly { message: string; extensions?: { code?: string; requestId?: string } }[];
  readonly extensions: { cost?: number };
}

/** Runs an operation on the real schema and server as somebody in a world. */
export async function run<Data, Variables extends Record<string, unknown>>(
  world: World,
  actor: (Actor & { readonly issuedAt?: number }) | undefined,
  operation: TypedDocumentNode<Data, Variables> | string,
  variables?: Variables,
  language: Language = 'en',
  live?: Live,
): Promise<Answer<Data>> {
  server ??= createServer(createSchema(), { stage: 'test' });
  const query = typeof operation === 'string' ? operation : print(operation);
  const contextValue = { ...contextOf(world, actor, language), live } as ApiContext;
  const { body } = await server.executeOperation({ query, variables: variables ?? {} }, { contextValue });
  if (body.kind !== 'single') throw new Error('The answer came in parts.');
  const { data, errors, extensions } = JSON.parse(JSON.stringify(body.singleResult)) as Partial<Answer<Data>>;
  return { data: data as Data, errors: errors ?? [], extensions: extensions ?? {} };
}

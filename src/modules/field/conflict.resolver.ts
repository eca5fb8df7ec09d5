import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type ConflictService } from '../intake/conflict.service';
import {
  FieldConflict,
  FieldConflictConnection,
  FieldConflictSides,
  ResolveConflictPayload,
} from '../intake/conflict.type';
import { type ConflictDecisionService } from './conflict-decision.service';
import { FieldConflictsArgs, ResolveConflictInput } from './conflict.input';

type Context = RequestContext<{ conflicts: ConflictService; conflictDecisions: ConflictDecisionService }>;

/** Conflicts: what was sent beside what stands, until a person decides. */
@Resolver(() => FieldConflict)
export class ConflictResolver {
  @Query(() => FieldConflictConnection, {
    description:
      'Conflicts that are to be decided (待处理冲突), newest first: of what you sent, or in a community you look after.',
  })
  async fieldConflicts(
    @Args(() => FieldConflictsArgs) { area, ...page }: FieldConflictsArgs,
    @Ctx() { actor, services }: Context,
  ): Promise<FieldConflictConnection> {
    return toConnection(await services.conflicts.open(actor, area ?? undefined, page));
  }

  @Query(() => FieldConflict, {
    nullable: true,
    description: 'The conflict with this id (冲突), which is that of the item; NOT_FOUND for all others.',
  })
  fieldConflict(
    @Arg('id', () => ID, { description: 'Id (冲突编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<FieldConflict> {
    return services.conflicts.get(actor, reads, id);
  }

  @Mutation(() => ResolveConflictPayload, {
    description: 'Decide a conflict (处理冲突): what was sent, or what stands.',
  })
  resolveConflict(
    @Arg('input', () => ResolveConflictInput, { description: 'The decision (处理决定).' })
    input: ResolveConflictInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ResolveConflictPayload> {
    return asPayload(language, () => services.conflictDecisions.resolve({ actor, reads, language }, input));
  }

  @FieldResolver(() => FieldConflictSides, {
    description: 'Both versions, as they are now (两个版本); reads the record.',
  })
  sides(
    @Root() conflict: FieldConflict,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<FieldConflictSides> {
    return services.conflictDecisions.sidesOf({ actor, reads, language }, conflict);
  }
}

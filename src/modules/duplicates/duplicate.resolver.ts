import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { DecideDuplicateInput, UndoMergeInput } from './duplicate.input';
import { type DuplicateService } from './duplicate.service';
import { DuplicateConnection, DuplicateFile, DuplicatePayload } from './duplicate.type';

type Context = RequestContext<{ duplicates: DuplicateService }>;

/** Records that may be of one person: found by themselves, decided by somebody. */
@Resolver()
export class DuplicateResolver {
  @Query(() => DuplicateConnection, {
    nullable: true,
    description:
      'Records that may be of one person (待核实疑似重复) and wait for an area to decide: the smallest both lie in. The longest waiting first.',
  })
  async duplicates(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, {
      nullable: true,
      description: 'Code of the area (区域编码); your own by default.',
    })
    area?: string,
  ): Promise<DuplicateConnection> {
    return toConnection(await services.duplicates.waitingIn(actor, area ?? undefined, page));
  }

  @Query(() => DuplicateFile, {
    nullable: true,
    description:
      'Two records that may be of one person (疑似重复核实), side by side; NOT_FOUND outside your area.',
  })
  duplicate(
    @Arg('id', () => ID, { description: 'Id of the pair (疑似重复编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<DuplicateFile> {
    return services.duplicates.get(actor, reads, id);
  }

  @Mutation(() => DuplicatePayload, {
    description:
      'Decide whether two records are of one person (核实疑似重复). Of one person: one record goes on for both, with where either lived.',
  })
  decideDuplicate(
    @Arg('input', () => DecideDuplicateInput, { description: 'The decision (结论).' })
    input: DecideDuplicateInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<DuplicatePayload> {
    return asPayload(language, () => services.duplicates.decide(actor, reads, input));
  }

  @Mutation(() => DuplicatePayload, {
    description:
      'Take a merge back (撤销合并): both records go on, each with where it lived; what was changed since stays.',
  })
  undoMerge(
    @Arg('input', () => UndoMergeInput, { description: 'Which (对象).' }) input: UndoMergeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<DuplicatePayload> {
    return asPayload(language, () => services.duplicates.undo(actor, reads, input));
  }
}

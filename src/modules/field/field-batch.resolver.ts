import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { SubmitFieldBatchInput } from './field-item.input';
import { type FieldBatchService } from './field-batch.service';
import { FieldBatchPayload } from './field-batch.type';

type Context = RequestContext<{ fieldBatches: FieldBatchService }>;

/** Work without a signal, brought home. */
@Resolver()
export class FieldBatchResolver {
  @Mutation(() => FieldBatchPayload, {
    description:
      'Hand in what was made in the field (提交外勤批次), in any order and as often as one likes: each item is answered by itself.',
  })
  submitFieldBatch(
    @Arg('input', () => SubmitFieldBatchInput, { description: 'The items (各事项).' })
    { items }: SubmitFieldBatchInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<FieldBatchPayload> {
    return asPayload(language, async () => {
      const answers = await services.fieldBatches.submit({ actor, reads, language }, items);
      return { answers: answers.map(({ made, ...answer }) => ({ ...answer, ...made })) };
    });
  }
}

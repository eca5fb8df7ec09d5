import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { EndCareTagInput, ReadCareTagsInput, ReviewCareTagInput, SetCareTagInput } from './care.input';
import { type CareTagService } from './care.service';
import { CareTagPayload, ReadCareTagsPayload } from './care.type';

type Context = RequestContext<{ careTags: CareTagService }>;

/** Care tags: each read is a request with a purpose, never a field beside others. */
@Resolver()
export class CareTagResolver {
  @Mutation(() => ReadCareTagsPayload, {
    description:
      'Read the valid care tags of a resident of your area (查看关爱标签): recorded, and shown to the resident. 100 a day.',
  })
  readCareTags(
    @Arg('input', () => ReadCareTagsInput, { description: 'Whose, and why (对象与事由).' })
    input: ReadCareTagsInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ReadCareTagsPayload> {
    return asPayload(language, () => services.careTags.read(actor, reads, input));
  }

  @Mutation(() => CareTagPayload, { description: 'Decide that somebody is looked after (设置关爱标签).' })
  setCareTag(
    @Arg('input', () => SetCareTagInput, { description: 'The decision (标签内容).' }) input: SetCareTagInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<CareTagPayload> {
    return asPayload(language, () => services.careTags.set(actor, reads, input));
  }

  @Mutation(() => CareTagPayload, {
    description: 'Look again, and keep the tag until its expiry (复核关爱标签).',
  })
  reviewCareTag(
    @Arg('input', () => ReviewCareTagInput, { description: 'What the review came to (复核结果).' })
    input: ReviewCareTagInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<CareTagPayload> {
    return asPayload(language, () => services.careTags.review(actor, reads, input));
  }

  @Mutation(() => CareTagPayload, { description: 'End a tag before its time (解除关爱标签).' })
  endCareTag(
    @Arg('input', () => EndCareTagInput, { description: 'Which (对象).' }) input: EndCareTagInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<CareTagPayload> {
    return asPayload(language, () => services.careTags.end(actor, reads, input));
  }
}

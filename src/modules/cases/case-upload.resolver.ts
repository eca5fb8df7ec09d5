import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { MultipartUploadPayload } from '../evidence/evidence-upload.type';
import { CasePayload } from './case-payload.type';
import { CompleteUploadInput, OpenUploadInput } from './case-upload.input';
import { type CaseUploadService } from './case-upload.service';

type Context = RequestContext<{ caseUploads: CaseUploadService }>;

/** Uploads that go on where they were broken off. */
@Resolver()
export class CaseUploadResolver {
  @Mutation(() => MultipartUploadPayload, {
    description:
      'Open the upload of a file of a case, a visit or a note in parts (分片上传), or go on with it after a break: says which parts are there.',
  })
  openUpload(
    @Arg('input', () => OpenUploadInput, { description: 'The file and its parts (文件与分片).' })
    input: OpenUploadInput,
    @Ctx() ctx: Context,
  ): Promise<MultipartUploadPayload> {
    return asPayload(ctx.language, () => ctx.services.caseUploads.open(ctx.actor, ctx.reads, input));
  }

  @Mutation(() => CasePayload, {
    description:
      'Put a file together whose parts have all been sent (完成分片上传); its check follows. The case is null for a file of another record.',
  })
  completeUpload(
    @Arg('input', () => CompleteUploadInput, { description: 'The file (文件).' }) input: CompleteUploadInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return asPayload(ctx.language, () => ctx.services.caseUploads.complete(ctx.actor, ctx.reads, input));
  }
}

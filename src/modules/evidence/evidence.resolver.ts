import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type EvidenceService } from './evidence.service';
import { Evidence, UploadTicket } from './evidence.type';

type Context = RequestContext<{ evidence: EvidenceService }>;

/** Links of a piece of evidence; they are signed here and cost no round trip. */
@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => UploadTicket, {
    nullable: true,
    description:
      'How to upload the file (上传凭证); only for whoever opened the slot, until it is verified; null for a film over 100 MB: `openUpload`.',
  })
  upload(@Root() evidence: Evidence, @Ctx() { services }: Context): Promise<UploadTicket | undefined> {
    return services.evidence.ticket(evidence);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Link to a small picture without metadata (缩略图), good for five minutes.',
  })
  thumbnailUrl(@Root() evidence: Evidence, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.evidence.thumbnailUrl(evidence);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to the picture as it is shown (展示图), longest side 2,048 pixels, without metadata; good for five minutes.',
  })
  pictureUrl(@Root() evidence: Evidence, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.evidence.pictureUrl(evidence);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to the copy of a PDF (PDF 副本): its pages without metadata, links, scripts and files; to be saved, not shown; good for five minutes.',
  })
  copyUrl(@Root() evidence: Evidence, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.evidence.copyUrl(evidence);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to the original with its metadata (原件), good for five minutes; null for those who may not have it.',
  })
  originalUrl(@Root() evidence: Evidence, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.evidence.originalUrl(evidence);
  }
}

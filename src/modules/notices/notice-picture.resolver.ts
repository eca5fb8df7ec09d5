import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { Evidence } from '../evidence/evidence.type';
import { type NoticePictureService } from './notice-picture.service';
import { NoticePicture } from './notice-picture.type';
import { Notice } from './notice.type';

type Context = RequestContext<{ noticePictures: NoticePictureService }>;

/** What a notice shows, and what of it has yet to come. */
@Resolver(() => Notice)
export class NoticeFilesResolver {
  @FieldResolver(() => [NoticePicture], {
    description:
      'Its pictures (图片) in the order in which they are shown, at most 9: those that were checked.',
  })
  pictures(@Root() notice: Notice, @Ctx() { reads, services }: Context): Promise<NoticePicture[]> {
    return services.noticePictures.of(reads, notice);
  }

  @FieldResolver(() => [Evidence], {
    nullable: true,
    description:
      'What was announced of its pictures (图片材料), with how to upload it, also what it shows no longer: for who may change it; null for all others.',
  })
  files(@Root() notice: Notice, @Ctx() { actor, reads, services }: Context): Promise<Evidence[] | undefined> {
    return services.noticePictures.filesOf(actor, reads, notice);
  }
}

/** Links of a picture; they are signed here and cost no round trip. */
@Resolver(() => NoticePicture)
export class NoticePictureResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Link to the small picture without metadata (缩略图), good for five minutes.',
  })
  thumbnailUrl(@Root() picture: NoticePicture, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.noticePictures.thumbnailUrl(picture);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Link to the picture (展示图), longest side 2,048 pixels, without metadata; good for five minutes.',
  })
  pictureUrl(@Root() picture: NoticePicture, @Ctx() { services }: Context): Promise<string | undefined> {
    return services.noticePictures.pictureUrl(picture);
  }
}

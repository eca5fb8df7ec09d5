import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type EvidenceRole } from '../evidence/evidence.rules';
import { type Evidence, EvidenceRoleEnum } from '../evidence/evidence.type';

@ObjectType('NoticePicture', {
  simpleResolvers: true,
  description:
    'A picture of a notice (公告图片), made anew from its pixels: nothing of its file is told beside it, not where or when it was taken.',
})
export class NoticePicture {
  @Field(() => ID, { description: 'Id (图片编号).' })
  id: string;

  @Field(() => EvidenceRoleEnum, { description: 'A place or a paper (环节): SCENE or DOCUMENT.' })
  role: EvidenceRole;

  @Field(() => Int, { nullable: true, description: 'Width of the original in pixels (宽).' })
  width?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'Height of the original in pixels (高).' })
  height?: number | undefined;

  /** What its links are signed from. */
  file: Evidence;
}

import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { LegalHold } from './evidence-hold.type';
import { type OwnerType } from './evidence-owner.rules';
import { FileOwnerTypeEnum, HoldFilesInput } from './file-hold.input';
import { type FileHoldService } from './file-hold.service';
import { FileHoldPayload } from './file-hold.type';

type Context = RequestContext<{ fileHolds: FileHoldService }>;

/** That the files of a record must not be removed. */
@Resolver()
export class FileHoldResolver {
  @Query(() => LegalHold, {
    nullable: true,
    description:
      'The legal hold of a record’s files (证据保全状态), for who may set it; null when that was never asked.',
  })
  fileHold(
    @Arg('type', () => FileOwnerTypeEnum, { description: 'What kind of record (记录类型).' }) type: OwnerType,
    @Arg('id', () => ID, { description: 'Its id (记录编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<LegalHold | undefined> {
    return services.fileHolds.of(actor, reads, { type, id });
  }

  @Mutation(() => FileHoldPayload, {
    description:
      'Set or lift the legal hold of the files of any record (设置或解除证据保全), those that are still to come too: while it stands nothing removes them.',
  })
  holdFiles(
    @Arg('input', () => HoldFilesInput, { description: 'The hold (保全).' }) input: HoldFilesInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<FileHoldPayload> {
    return asPayload(language, () => services.fileHolds.set(actor, reads, input));
  }
}

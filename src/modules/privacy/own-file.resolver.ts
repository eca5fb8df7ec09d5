import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { Resident } from '../residents/resident.type';
import { AccessRecordConnection } from './access-record.type';
import { type OwnFileService } from './own-file.service';
import { ExportMyFileInput, ExportMyFilePayload } from './own-file.type';

type Context = RequestContext<{ ownFiles: OwnFileService }>;

/** What residents see of what is on file about themselves. */
@Resolver()
export class OwnFileResolver {
  @Query(() => Resident, {
    nullable: true,
    description:
      'What is on file about you (本人档案), or about a minor whose guardian you are; NOT_FOUND when you are not on file.',
  })
  myFile(
    @Ctx() { actor, reads, services }: Context,
    @Arg('resident', () => ID, {
      nullable: true,
      description: 'Id of a minor whose guardian you are (被监护人); without it, yourself.',
    })
    resident?: string,
  ): Promise<Resident> {
    return services.ownFiles.mine(actor, reads, resident ?? undefined);
  }

  @Query(() => AccessRecordConnection, {
    nullable: true,
    description: 'Who looked at your data (查阅记录), when and why; newest first.',
  })
  async whoLooked(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AccessRecordConnection> {
    return toConnection(await services.ownFiles.whoLooked(actor, reads, page)) as AccessRecordConnection;
  }

  @Mutation(() => ExportMyFilePayload, {
    description: 'Take away all that is on file about you (导出本人档案). 3 a day.',
  })
  exportMyFile(
    @Arg('input', () => ExportMyFileInput, { description: 'The request (请求).' }) input: ExportMyFileInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ExportMyFilePayload> {
    return asPayload(language, () => services.ownFiles.export(actor, reads, input));
  }
}

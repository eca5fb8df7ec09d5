import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { type MissingFileService } from './missing-file.service';
import { MissingFileConnection } from './missing-file.type';

type Context = RequestContext<{ missingFiles: MissingFileService }>;

/** What a worker still has to send. */
@Resolver()
export class MissingFileResolver {
  @Query(() => MissingFileConnection, {
    description:
      'Files you announced in the last thirty days that have not arrived or were refused (缺失材料), newest first.',
  })
  async missingFiles(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, services }: Context,
  ): Promise<MissingFileConnection> {
    return toConnection(await services.missingFiles.list(actor, page));
  }

  @Query(() => Int, {
    description:
      'How many of those files were announced so long ago (逾时未传材料数): remind the worker of them.',
  })
  missingFileCount(
    @Arg('olderThanHours', () => Int, {
      defaultValue: 24,
      description: 'Hours since their slots were opened (已登记小时数).',
    })
    olderThanHours: number,
    @Ctx() { actor, services }: Context,
  ): Promise<number> {
    return services.missingFiles.count(actor, olderThanHours);
  }
}

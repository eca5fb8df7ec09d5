import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type DepartmentService } from './department.service';
import { Department } from './department.type';
import { Self } from './person.type';

type Context = RequestContext<{ departments: DepartmentService }>;

/** Who am I, and whom can a case be dispatched to. */
@Resolver()
export class PeopleResolver {
  @Query(() => Self, {
    description:
      'Who you are to this API (当前用户), as your token says, or for an account the resident it is bound to; no other read is made.',
  })
  me(@Ctx() { actor }: Context): Self {
    return actor;
  }

  @Query(() => [Department], {
    description: 'The departments (部门) that serve an area: its own and those of the areas it lies in.',
  })
  departments(
    @Arg('area', () => ID, { description: 'Code of the area (区域).' }) area: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Department[]> {
    return services.departments.serving(actor, area);
  }
}

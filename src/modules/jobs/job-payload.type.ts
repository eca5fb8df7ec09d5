import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { Job } from './job.type';

@ObjectType('JobPayload', {
  simpleResolvers: true,
  description: 'What came of a request about a job (任务操作结果).',
})
export class JobPayload {
  @Field(() => Job, { nullable: true, description: 'The job (任务); null when refused.' })
  job?: Job | undefined;

  @Field(() => [UserError], { description: 'Refusals (提示); empty when done.' })
  userErrors: UserError[];
}

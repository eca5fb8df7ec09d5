import { GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Answers } from '../sheets/answer.rules';
import { type ApplicationFormService } from './application-form.service';
import { ApplicationForm } from './application-form.type';

type Context = RequestContext<{ applicationForms: ApplicationFormService }>;

/** What was answered in a sheet of an application. */
@Resolver(() => ApplicationForm)
export class ApplicationFormResolver {
  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'What was answered (答案), by field, phone and identity numbers masked; for whoever has to do with the application, the department that decides too.',
  })
  answers(@Root() form: ApplicationForm, @Ctx() { services }: Context): Promise<Answers | undefined> {
    return services.applicationForms.answersOf(form);
  }
}

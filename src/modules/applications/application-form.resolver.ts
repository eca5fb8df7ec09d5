import { GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Answers } from '../sheets/answer.rules';
import { type ApplicationFormService } from './application-form.service';
import { ApplicationForm } from './application-form.type';

type Context = RequestContext<{ applicationForms: ApplicationFormService }>;

/** What was answered in a sheet of an application. */
@Resolver(() => ApplicationForm)
export class ApplicationFormResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The version that is filled in today where the applicant lives (现行版本); null where none is out.',
  })
  version(@Root() form: ApplicationForm, @Ctx() { reads, services }: Context): Promise<number | undefined> {
    return services.applicationForms.versionOf(reads, form);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'What was answered (答案), by field, phone and identity numbers masked; for whoever has to do with the application, the department that decides too.',
  })
  answers(@Root() form: ApplicationForm, @Ctx() { services }: Context): Promise<Answers | undefined> {
    return services.applicationForms.answersOf(form);
  }
}

import { Field, ID, ObjectType } from 'type-graphql';
import { type SheetFillState } from '../sheets/fill.machine';
import { SheetFillStateEnum } from '../sheets/fill.type';

@ObjectType('ApplicationForm', {
  simpleResolvers: true,
  description:
    'A sheet that is to be filled in about the applicant (申请表格), with the newest that was, whenever that was.',
})
export class ApplicationForm {
  @Field(() => String, { description: 'Name (表格名称).' })
  name: string;

  @Field(() => ID, { description: 'Id of the sheet (采集表编号): `fillSheet` takes it, with `version`.' })
  sheet: string;

  /** Code of the courtyard the applicant lives in. */
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of what was filled in (填报编号), see `sheetFill`; null while there is none.',
  })
  fill?: string | undefined;

  @Field(() => SheetFillStateEnum, {
    nullable: true,
    description: 'How that stands (填报状态); one that was returned does not count.',
  })
  state?: SheetFillState | undefined;

  @Field(() => Date, { nullable: true, description: 'When it was filled in (填报时间).' })
  filledAt?: Date | undefined;
}

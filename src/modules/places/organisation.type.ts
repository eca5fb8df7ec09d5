import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.rules';
import { ThingEntry, ThingSummary } from './thing.type';

export const OrganisationKindEnum = enumOf(ORGANISATION_KINDS);
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'Kind of an organisation (单位类型).',
  valuesConfig: {
    ENTERPRISE: { description: 'Enterprise (企业).' },
    INDIVIDUAL_BUSINESS: { description: 'Individual business (个体工商户).' },
    PUBLIC_INSTITUTION: { description: 'Public institution (事业单位), for instance a school.' },
    SOCIAL_ORGANISATION: { description: 'Social organisation (社会组织).' },
    GOVERNMENT_BODY: { description: 'Body of government (机关).' },
    OTHER: { description: 'Other (其他).' },
  },
});

@ObjectType('OrganisationSummary', {
  simpleResolvers: true,
  description: 'An organisation (单位) as a list shows it.',
})
export class OrganisationSummary extends ThingSummary {
  @Field(() => OrganisationKindEnum, { description: 'Kind (单位类型).' })
  kind: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code (统一社会信用代码, GB 32100-2015).',
  })
  creditCode?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Name of the legal person (法定代表人), masked: 张*.' })
  legalPersonMasked?: string | undefined;
}

@ObjectType('Organisation', {
  simpleResolvers: true,
  description: 'An organisation (单位): an enterprise, a school, an association that is seated in a grid.',
})
export class Organisation extends ThingEntry {
  @Field(() => String, { description: 'Name (单位名称).' })
  name: string;

  @Field(() => OrganisationKindEnum, { description: 'Kind (单位类型).' })
  kind: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code (统一社会信用代码, GB 32100-2015).',
  })
  creditCode?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Name of the legal person (法定代表人).' })
  legalPerson?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ceased or left (注销时间); null while it is here.',
  })
  closedAt?: string | undefined;
}

export const OrganisationSummaryConnection = connectionOf(
  OrganisationSummary,
  'OrganisationSummary',
  'organisations (单位)',
);
export type OrganisationSummaryConnection = InstanceType<typeof OrganisationSummaryConnection>;

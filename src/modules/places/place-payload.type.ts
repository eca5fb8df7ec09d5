import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { Building, Courtyard, Dwelling } from './courtyard.type';
import { Facility } from './facility.type';
import { Organisation } from './organisation.type';
import { Premises } from './premises.type';

@ObjectType('PutPayload', { simpleResolvers: true })
abstract class PutPayload {
  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('CourtyardPayload', {
  simpleResolvers: true,
  description: 'What came of writing a courtyard (院落登记结果).',
})
export class CourtyardPayload extends PutPayload {
  @Field(() => Courtyard, {
    nullable: true,
    description: 'The courtyard as written (院落); null when refused.',
  })
  courtyard?: Courtyard | undefined;
}

@ObjectType('BuildingPayload', {
  simpleResolvers: true,
  description: 'What came of writing a building (楼栋登记结果).',
})
export class BuildingPayload extends PutPayload {
  @Field(() => Building, {
    nullable: true,
    description: 'The building as written (楼栋); null when refused.',
  })
  building?: Building | undefined;
}

@ObjectType('DwellingPayload', {
  simpleResolvers: true,
  description: 'What came of writing a dwelling (房屋登记结果).',
})
export class DwellingPayload extends PutPayload {
  @Field(() => Dwelling, {
    nullable: true,
    description: 'The dwelling as written (房屋); null when refused.',
  })
  dwelling?: Dwelling | undefined;
}

@ObjectType('OrganisationPayload', {
  simpleResolvers: true,
  description: 'What came of writing an organisation (单位登记结果).',
})
export class OrganisationPayload extends PutPayload {
  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation as written (单位); null when refused.',
  })
  organisation?: Organisation | undefined;
}

@ObjectType('PremisesPayload', {
  simpleResolvers: true,
  description: 'What came of writing premises (场所登记结果).',
})
export class PremisesPayload extends PutPayload {
  @Field(() => Premises, {
    nullable: true,
    description: 'The premises as written (场所); null when refused.',
  })
  premises?: Premises | undefined;
}

@ObjectType('FacilityPayload', {
  simpleResolvers: true,
  description: 'What came of writing a facility (部件登记结果).',
})
export class FacilityPayload extends PutPayload {
  @Field(() => Facility, {
    nullable: true,
    description: 'The facility as written (部件); null when refused.',
  })
  facility?: Facility | undefined;
}

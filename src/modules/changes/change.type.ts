import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type RecordType, RecordTypeEnum } from '../../shared/record-link.type';
import { Case } from '../cases/case.type';
import { Building, Courtyard, Dwelling } from '../places/courtyard.type';
import { Facility } from '../places/facility.type';
import { Organisation } from '../places/organisation.type';
import { Premises } from '../places/premises.type';
import { Household } from '../residents/household.type';
import { Resident } from '../residents/resident.type';
import { DueVisit } from '../visits/due.type';

@ObjectType('Change', {
  simpleResolvers: true,
  description:
    'A record that has changed, as it stands now (变更记录). Exactly the field of its kind is filled; a household comes with its plan of visits.',
})
export class RecordChange {
  @Field(() => RecordTypeEnum, { description: 'What kind of record (记录类型).' })
  type: RecordType;

  @Field(() => ID, { description: 'Its id (记录编号).' })
  id: string;

  @Field(() => Boolean, {
    description:
      'Whether you see it no longer in any of the areas you asked for (已移除): forget it. It may have moved away, or be merged, erased or closed.',
  })
  removed: boolean;

  @Field(() => [ID], {
    description:
      'Codes of those of the grids you asked for in which you see it now (所在网格); empty when it is removed. Forget it when you are told to forget the last of them.',
  })
  areas: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record (版本号), to base a change on; null when it is removed.',
  })
  version?: number | undefined;

  @Field(() => Household, { nullable: true, description: 'The household (户).' })
  household?: Household | undefined;

  @Field(() => DueVisit, {
    nullable: true,
    description:
      'With a household: when it is to be visited next (下次应访); null for a moment after it was put on file.',
  })
  due?: DueVisit | undefined;

  @Field(() => Resident, { nullable: true, description: 'The resident (居民).' })
  resident?: Resident | undefined;

  @Field(() => Case, { nullable: true, description: 'The case (事件).' })
  case?: Case | undefined;

  @Field(() => Courtyard, { nullable: true, description: 'The profile of a courtyard (院落档案).' })
  courtyard?: Courtyard | undefined;

  @Field(() => Building, { nullable: true, description: 'The building (楼栋).' })
  building?: Building | undefined;

  @Field(() => Dwelling, { nullable: true, description: 'The dwelling (房屋).' })
  dwelling?: Dwelling | undefined;

  @Field(() => Organisation, { nullable: true, description: 'The organisation (单位).' })
  organisation?: Organisation | undefined;

  @Field(() => Premises, { nullable: true, description: 'The premises (场所).' })
  premises?: Premises | undefined;

  @Field(() => Facility, { nullable: true, description: 'The facility (部件).' })
  facility?: Facility | undefined;
}

/** How many fields of a change are kinds of records; one of them is filled, or two. */
const KINDS = 10;

@ObjectType('ChangeFeed', {
  simpleResolvers: true,
  description: 'What has changed since a cursor (增量变更). First forget, then take in the changes.',
})
export class ChangeFeed {
  @Field(() => [RecordChange], {
    description:
      'The changes (变更), of each grid oldest first; may be fewer than asked for, or none, while more follow.',
    // A row has one kind of record of ten: their mean. The rows are counted where `first` is given.
    complexity: ({ childComplexity }) => Math.ceil(childComplexity / KINDS),
  })
  changes: readonly RecordChange[];

  @Field(() => String, {
    description: 'Where to go on from (游标); keep it with what you keep, and give it the next time.',
  })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether more follows (是否还有): ask on at once with the cursor.' })
  hasMore: boolean;

  @Field(() => [ID], {
    description:
      'Codes of grids of which everything is to be forgotten (应清除的网格) before the changes are taken in: they are not asked for or seen any more, or seen in another part, and then told anew.',
  })
  forget: readonly string[];

  @Field(() => Boolean, {
    description:
      'Whether the cursor was older than 90 days (游标已过期): forget everything, all is told anew from here.',
  })
  restart: boolean;
}

import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import {
  BINDING_ENDS,
  BINDING_RELATIONS,
  type BindingEndReason,
  type BindingRelation,
} from './account.rules';

export const BindingRelationEnum = enumOf(BINDING_RELATIONS);
registerEnumType(BindingRelationEnum, {
  name: 'BindingRelation',
  description: 'How an account stands to a resident (绑定关系).',
  valuesConfig: {
    SELF: { description: 'The account is the resident’s own (本人).' },
    GUARDIAN: { description: 'Its holder is the guardian of this minor (监护人), until the 18th birthday.' },
    FAMILY: { description: 'This adult agreed that its holder applies for them (家庭成员).' },
  },
});

export const BindingEndReasonEnum = enumOf(BINDING_ENDS);
registerEnumType(BindingEndReasonEnum, {
  name: 'BindingEndReason',
  description: 'Why a binding ended (解绑原因).',
  valuesConfig: {
    OWN_WISH: { description: 'Its holder ended it (本人解绑).' },
    BY_OFFICE: { description: 'The worker or the counter ended it, as for a lost phone (工作人员解绑).' },
    REPLACED: { description: 'The resident bound another account (已换绑其他账户).' },
    WITH_OWN: { description: 'The holder’s own binding ended, and this one with it (随本人解绑).' },
    RECORD_CLOSED: { description: 'The resident’s record was closed (居民档案已注销).' },
  },
});

@ObjectType('AccountBinding', {
  simpleResolvers: true,
  description: 'That an account speaks for a resident (账户绑定).',
})
export class AccountBinding {
  @Field(() => ID, { description: 'Id (绑定编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => BindingRelationEnum, { description: 'Relation (绑定关系).' })
  relation: BindingRelation;

  @Field(() => String, { description: 'Name of the resident, masked (姓名,已脱敏).' })
  maskedName: string;

  @Field(() => Date, { description: 'Since when (绑定时间).' })
  since: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The day it ends by itself (到期日), YYYY-MM-DD: a guardian’s on the 18th birthday.',
  })
  until?: string | undefined;
}

@ObjectType('EndedBinding', {
  simpleResolvers: true,
  description: 'A binding that ended (已解除的绑定).',
})
export class EndedBinding extends AccountBinding {
  @Field(() => Date, { description: 'When it ended (解绑时间).' })
  endedAt: Date;

  @Field(() => BindingEndReasonEnum, { description: 'Why (解绑原因).' })
  why: BindingEndReason;
}

@ObjectType('ResidentAccount', {
  simpleResolvers: true,
  description: 'An account that is bound to a resident, as the worker sees it (居民的绑定账户).',
})
export class ResidentAccount extends AccountBinding {
  @Field(() => String, { description: 'Whose account it is, masked (账户持有人,已脱敏).' })
  holder: string;

  @Field(() => String, { description: 'Who handed out the code (发码人).' })
  issuedBy: string;
}

@ObjectType('MyAccount', {
  simpleResolvers: true,
  description: 'The account that you came by (我的账户).',
})
export class MyAccount {
  @Field(() => AccountBinding, {
    nullable: true,
    description: 'Who you are on file (本人); null while the account is bound to nobody.',
  })
  own?: AccountBinding | undefined;

  @Field(() => [AccountBinding], { description: 'For whom you act (家庭成员).' })
  family: AccountBinding[];

  @Field(() => [EndedBinding], { description: 'What ended lately, the last first (已解除的绑定).' })
  ended: EndedBinding[];
}

@ObjectType('BindingCode', {
  simpleResolvers: true,
  description: 'A code to hand over (绑定码): it is shown to whoever asked for it, and kept nowhere.',
})
export class BindingCode {
  @Field(() => String, { description: 'The code (绑定码): 8 characters, without any that look alike.' })
  code: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => BindingRelationEnum, { description: 'For which relation (绑定关系).' })
  relation: BindingRelation;

  @Field(() => Date, { description: 'Until when it can be used, once (有效期至).' })
  expiresAt: Date;
}

@ObjectType('BindingCodePayload', {
  simpleResolvers: true,
  description: 'What came of asking for a code (发码结果).',
})
export class BindingCodePayload {
  @Field(() => BindingCode, { nullable: true, description: 'The code (绑定码).' })
  code?: BindingCode | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('BindAccountPayload', {
  simpleResolvers: true,
  description: 'What came of binding (绑定结果).',
})
export class BindAccountPayload {
  @Field(() => MyAccount, { nullable: true, description: 'The account as it stands now (账户).' })
  account?: MyAccount | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('EndBindingPayload', {
  simpleResolvers: true,
  description: 'What came of ending a binding (解绑结果).',
})
export class EndBindingPayload {
  @Field(() => EndedBinding, { nullable: true, description: 'The binding that ended (已解除的绑定).' })
  binding?: EndedBinding | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

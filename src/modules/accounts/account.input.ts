import { Field, ID, InputType } from 'type-graphql';
import { ApplicationConsentInput } from '../applications/application.input';
import { type BindingRelation } from './account.rules';
import { BindingRelationEnum } from './account.type';

@InputType('IssueBindingCodeInput', {
  description: 'A code for a resident to bind an account with (发放绑定码).',
})
export class IssueBindingCodeInput {
  @Field(() => ID, { description: 'Id of the request (请求编号), made by the client: UUID version 7.' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => BindingRelationEnum, { description: 'How whoever gets the code stands to them (绑定关系).' })
  relation: BindingRelation;

  @Field(() => ApplicationConsentInput, {
    nullable: true,
    description: 'That the resident agreed (本人同意), for FAMILY; left out for all others.',
  })
  consent?: ApplicationConsentInput | null;
}

@InputType('BindAccountInput', { description: 'Binding the account by a code (绑定账户).' })
export class BindAccountInput {
  @Field(() => ID, { description: 'Id of the request (请求编号), made by the client: UUID version 7.' })
  id: string;

  @Field(() => String, {
    description: 'The code (绑定码); small letters, spaces and hyphens do not matter.',
  })
  code: string;
}

@InputType('EndBindingInput', { description: 'Ending a binding (解除绑定).' })
export class EndBindingInput {
  @Field(() => ID, { description: 'Id of the request (请求编号), made by the client: UUID version 7.' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident it speaks for (居民编号).' })
  resident: string;

  @Field(() => ID, { description: 'Id of the binding (绑定编号).' })
  binding: string;
}

import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { type AccountBindingService } from './account-binding.service';
import { BindAccountInput, EndBindingInput, IssueBindingCodeInput } from './account.input';
import { type AccountService } from './account.service';
import {
  BindAccountPayload,
  BindingCodePayload,
  EndBindingPayload,
  MyAccount,
  ResidentAccount,
} from './account.type';
import { type BindingCodeService } from './binding-code.service';

type Context = RequestContext<{
  accounts: AccountService;
  accountBindings: AccountBindingService;
  bindingCodes: BindingCodeService;
}>;

/** Accounts of residents, and the codes that bind them. */
@Resolver()
export class AccountResolver {
  @Query(() => MyAccount, {
    nullable: true,
    description: 'The account that you came by (我的账户); NOT_FOUND where your token names a record itself.',
  })
  myAccount(@Ctx() { actor, services }: Context): Promise<MyAccount> {
    return services.accounts.mine(actor);
  }

  @Query(() => [ResidentAccount], {
    nullable: true,
    description:
      'The accounts that are bound to a resident of your area (居民的绑定账户); NOT_FOUND elsewhere.',
  })
  accountsOfResident(
    @Arg('resident', () => ID, { description: 'Id of the resident (居民编号).' }) resident: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<ResidentAccount[]> {
    return services.accounts.ofResident(actor, reads, resident);
  }

  @Mutation(() => BindingCodePayload, {
    description:
      'Hand out a code (发放绑定码) to a resident of your area, or to a guardian or family member: used once, within 7 days; the newest alone holds. The resident sees that you did.',
  })
  issueBindingCode(
    @Arg('input', () => IssueBindingCodeInput, { description: 'For whom (发码对象).' })
    input: IssueBindingCodeInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<BindingCodePayload> {
    return asPayload(language, () => services.bindingCodes.issue(actor, reads, input));
  }

  @Mutation(() => BindAccountPayload, {
    description:
      'Bind your account by a code (绑定账户). A resident has one account of their own: binding another ends the former. 5 wrong codes an hour, 20 a day.',
  })
  bindAccount(
    @Arg('input', () => BindAccountInput, { description: 'The code (绑定码).' }) input: BindAccountInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<BindAccountPayload> {
    return asPayload(language, async () => {
      const { record } = await services.accountBindings.bind(actor, reads, input);
      return { account: services.accounts.seen(record) };
    });
  }

  @Mutation(() => EndBindingPayload, {
    description:
      'End a binding (解除绑定) of your own account, or, at the counter, of a resident’s lost phone. With its own resident an account loses everybody it acts for.',
  })
  endBinding(
    @Arg('input', () => EndBindingInput, { description: 'Which (绑定).' }) input: EndBindingInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<EndBindingPayload> {
    return asPayload(language, () => services.accounts.end(actor, reads, input));
  }
}

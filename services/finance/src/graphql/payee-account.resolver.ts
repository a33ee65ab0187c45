import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { PayeeAccountQueries } from '../queries/payee-account.queries.js';
import { RegisterPayeeAccount } from '../use-cases/register-payee-account/register-payee-account.use-case.js';
import { PayeeAccountLoader } from './payee-account.loader.js';
import { payeeAccountView, PayeeAccountType, RegisterPayeeAccountInput } from './payee-account.type.js';

@ObjectType()
export class RegisterPayeeAccountPayload extends MutationPayload {
  @Field(() => PayeeAccountType, { nullable: true })
  readonly payeeAccount?: PayeeAccountType | null;
}

@Resolver(() => PayeeAccountType)
export class PayeeAccountResolver {
  constructor(
    private readonly loader: PayeeAccountLoader,
    private readonly accounts: PayeeAccountQueries,
    private readonly register: RegisterPayeeAccount,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [PayeeAccountType], { description: 'Registered accounts of a customer, masked' })
  @Permit('finance.read-payee-account')
  async payeeAccounts(@Args('customerId', { type: () => ID }) customerId: string, @Context() context: GraphContext) {
    return (await this.accounts.ofCustomer(customerId, context.actor)).map(payeeAccountView);
  }

  @Mutation(() => RegisterPayeeAccountPayload, { description: "Register the account that a customer's loans are paid to (登记收款账户)" })
  @Permit('finance.register-payee-account')
  registerPayeeAccount(@Args('input') input: RegisterPayeeAccountInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      payeeAccount: await this.loader.byId(context, await this.register.execute(context.actor, input)),
    }));
  }
}

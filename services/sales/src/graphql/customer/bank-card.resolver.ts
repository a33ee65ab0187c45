import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AddBankCard } from '../../use-cases/customer/add-bank-card.use-case.js';
import { EndBankCard } from '../../use-cases/customer/end-bank-card.use-case.js';
import { PreferBankCard } from '../../use-cases/customer/prefer-bank-card.use-case.js';
import { AddBankCardInput, EndBankCardInput, PreferBankCardInput } from './bank-card.input.js';
import { CustomerLoader } from './customer.loader.js';
import { CustomerType } from './customer.type.js';

@ObjectType()
export class AddBankCardPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class PreferBankCardPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class EndBankCardPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

/** The bank cards of a customer. */
@Resolver()
export class BankCardResolver {
  constructor(
    private readonly customerLoader: CustomerLoader,
    private readonly addBankCardCase: AddBankCard,
    private readonly preferBankCardCase: PreferBankCard,
    private readonly endBankCardCase: EndBankCard,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AddBankCardPayload, { description: 'Adds a bank card, or the right one in the place of a wrong one (登记银行卡)' })
  @Permit('sales.add-bank-card')
  addBankCard(@Args('input') input: AddBankCardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.addBankCardCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PreferBankCardPayload, { description: 'Notes which card the customer prefers (设为首选银行卡)' })
  @Permit('sales.prefer-bank-card')
  preferBankCard(@Args('input') input: PreferBankCardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.preferBankCardCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => EndBankCardPayload, { description: 'Ends a bank card with its reason (停用银行卡)' })
  @Permit('sales.end-bank-card')
  endBankCard(@Args('input') input: EndBankCardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.endBankCardCase.execute(context.actor, input)),
    }));
  }
}

import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CorrectCustomer } from '../../use-cases/customer/correct-customer.use-case.js';
import { RecordConsent } from '../../use-cases/customer/record-consent.use-case.js';
import { UpdateCustomerProfile } from '../../use-cases/customer/update-customer-profile.use-case.js';
import { CorrectCustomerInput, RecordConsentInput, UpdateCustomerProfileInput } from './customer.input.js';
import { CustomerType } from './customer.type.js';
import { CustomerLoader } from './customer.loader.js';

@ObjectType()
export class UpdateCustomerProfilePayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class RecordConsentPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@ObjectType()
export class CorrectCustomerPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

/** What is done to the file of a customer. */
@Resolver()
export class CustomerFileResolver {
  constructor(
    private readonly customerLoader: CustomerLoader,
    private readonly updateCustomerProfileCase: UpdateCustomerProfile,
    private readonly recordConsentCase: RecordConsent,
    private readonly correctCustomerCase: CorrectCustomer,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => UpdateCustomerProfilePayload, { description: 'Fills the sections of a file (完善客户资料)' })
  @Permit('sales.update-customer-profile')
  updateCustomerProfile(@Args('input') input: UpdateCustomerProfileInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.updateCustomerProfileCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordConsentPayload, { description: 'Keeps a written consent with its paper (登记书面授权)' })
  @Permit('sales.record-consent')
  recordConsent(@Args('input') input: RecordConsentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.recordConsentCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CorrectCustomerPayload, { description: 'Corrects who a customer is, with the reason (更正客户信息)' })
  @Permit('sales.correct-customer')
  correctCustomer(@Args('input') input: CorrectCustomerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customerLoader.byId(context, await this.correctCustomerCase.execute(context.actor, input)),
    }));
  }
}

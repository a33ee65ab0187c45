import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CheckDisbursement } from '../use-cases/check-disbursement/check-disbursement.use-case.js';
import { MakeDisbursement } from '../use-cases/make-disbursement/make-disbursement.use-case.js';
import { RejectDisbursement } from '../use-cases/reject-disbursement/reject-disbursement.use-case.js';
import { DisbursementOrderLoader } from './disbursement.loader.js';
import { CheckDisbursementInput, DisbursementOrderType, MakeDisbursementInput, RejectDisbursementInput } from './disbursement.type.js';

@ObjectType()
export class MakeDisbursementPayload extends MutationPayload {
  @Field(() => DisbursementOrderType, { nullable: true })
  readonly disbursementOrder?: DisbursementOrderType | null;
}

@ObjectType()
export class CheckDisbursementPayload extends MutationPayload {
  @Field(() => DisbursementOrderType, { nullable: true })
  readonly disbursementOrder?: DisbursementOrderType | null;
}

@ObjectType()
export class RejectDisbursementPayload extends MutationPayload {
  @Field(() => DisbursementOrderType, { nullable: true })
  readonly disbursementOrder?: DisbursementOrderType | null;
}

/** What maker and checker do with an order. */
@Resolver(() => DisbursementOrderType)
export class PaymentResolver {
  constructor(
    private readonly loader: DisbursementOrderLoader,
    private readonly make: MakeDisbursement,
    private readonly check: CheckDisbursement,
    private readonly reject: RejectDisbursement,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => MakeDisbursementPayload, { description: 'The maker prepares the payment of exactly the contract amount (经办放款)' })
  @Permit('finance.make-disbursement')
  makeDisbursement(@Args('input') { amount, ...input }: MakeDisbursementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      disbursementOrder: await this.loader.byId(context, await this.make.execute(context.actor, { ...input, amountFen: amount })),
    }));
  }

  @Mutation(() => CheckDisbursementPayload, { description: 'Another person releases the payment to the bank (复核放款)' })
  @Permit('finance.check-disbursement')
  checkDisbursement(@Args('input') input: CheckDisbursementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      disbursementOrder: await this.loader.byId(context, await this.check.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RejectDisbursementPayload, { description: 'Gives the order back to sales with a reason (退回放款)' })
  @Permit('finance.reject-disbursement')
  rejectDisbursement(@Args('input') input: RejectDisbursementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      disbursementOrder: await this.loader.byId(context, await this.reject.execute(context.actor, input)),
    }));
  }
}

import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ConfirmDisbursementReversal } from '../use-cases/confirm-disbursement-reversal/confirm-disbursement-reversal.use-case.js';
import { ProposeDisbursementReversal } from '../use-cases/propose-disbursement-reversal/propose-disbursement-reversal.use-case.js';
import { RejectDisbursementReversal } from '../use-cases/reject-disbursement-reversal/reject-disbursement-reversal.use-case.js';
import { DisbursementOrderLoader } from './disbursement.loader.js';
import {
  ConfirmDisbursementReversalInput,
  DisbursementOrderType,
  ProposeDisbursementReversalInput,
  RejectDisbursementReversalInput,
} from './disbursement.type.js';

@ObjectType({ isAbstract: true })
abstract class ReversalPayload extends MutationPayload {
  @Field(() => DisbursementOrderType, { nullable: true })
  readonly disbursementOrder?: DisbursementOrderType | null;
}

@ObjectType()
export class ProposeDisbursementReversalPayload extends ReversalPayload {}

@ObjectType()
export class ConfirmDisbursementReversalPayload extends ReversalPayload {}

@ObjectType()
export class RejectDisbursementReversalPayload extends ReversalPayload {}

/** Payments that are taken back, by two persons. */
@Resolver(() => DisbursementOrderType)
export class DisbursementReversalResolver {
  constructor(
    private readonly loader: DisbursementOrderLoader,
    private readonly propose: ProposeDisbursementReversal,
    private readonly confirm: ConfirmDisbursementReversal,
    private readonly reject: RejectDisbursementReversal,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ProposeDisbursementReversalPayload, {
    description: 'The money of a payment came back: propose to take it back (提出放款冲正)',
  })
  @Permit('finance.propose-disbursement-reversal')
  proposeDisbursementReversal(@Args('input') input: ProposeDisbursementReversalInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.propose.execute(context.actor, input));
  }

  @Mutation(() => ConfirmDisbursementReversalPayload, {
    description: 'Another person takes the payment back: the loan is no more (确认放款冲正)',
  })
  @Permit('finance.confirm-disbursement-reversal')
  confirmDisbursementReversal(@Args('input') input: ConfirmDisbursementReversalInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.confirm.execute(context.actor, input));
  }

  @Mutation(() => RejectDisbursementReversalPayload, { description: 'The proposal was wrong: the loan goes on (驳回放款冲正)' })
  @Permit('finance.reject-disbursement-reversal')
  rejectDisbursementReversal(@Args('input') input: RejectDisbursementReversalInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.reject.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ disbursementOrder: await this.loader.byId(context, await act()) }));
  }
}

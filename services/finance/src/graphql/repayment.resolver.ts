import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RecordRepayment } from '../use-cases/record-repayment/record-repayment.use-case.js';
import { ReverseRepayment } from '../use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { RecordRepaymentInput, ReverseRepaymentInput } from './loan.input.js';
import { LoanLoader } from './loan.loader.js';
import { LoanType, RepaymentType } from './loan.type.js';

@ObjectType()
export class RecordRepaymentPayload extends MutationPayload {
  @Field(() => LoanType, { nullable: true })
  readonly loan?: LoanType | null;
}

@ObjectType()
export class ReverseRepaymentPayload extends MutationPayload {
  @Field(() => LoanType, { nullable: true })
  readonly loan?: LoanType | null;
}

/** Money that comes back, and what is taken back of it. */
@Resolver(() => RepaymentType)
export class RepaymentResolver {
  constructor(
    private readonly loader: LoanLoader,
    private readonly record: RecordRepayment,
    private readonly reverse: ReverseRepayment,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RecordRepaymentPayload, { description: 'Post money that came back, once per transaction of its channel (登记还款)' })
  @Permit('finance.record-repayment')
  recordRepayment(@Args('input') { amount, ...input }: RecordRepaymentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      loan: await this.loader.byId(context, await this.record.execute(context.actor, { ...input, amountFen: amount })),
    }));
  }

  @Mutation(() => ReverseRepaymentPayload, { description: 'Take a repayment back: later ones are spread anew (冲正还款)' })
  @Permit('finance.reverse-repayment')
  reverseRepayment(@Args('input') input: ReverseRepaymentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      loan: await this.loader.byId(context, await this.reverse.execute(context.actor, input)),
    }));
  }
}

import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Money, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText } from '@weilend/kernel';
import type { EarlyMode } from '../../domain/loan/early-repayment.js';
import { LoanPreviews } from '../../queries/loan-preview.queries.js';
import { EarlyRepaymentEnum } from '../loan.type.js';
import { RestructureTermsInput } from './loan-change.input.js';
import { LoanPreviewPayload, LoanPreviewType, previewView } from './loan-preview.type.js';

@ArgsType()
class EarlyRepaymentPreviewArgs {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money, { description: 'What would be paid, with all that is due on the day' })
  readonly amount!: Fen;

  @Field(() => EarlyRepaymentEnum)
  readonly early!: EarlyMode;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly on?: LocalDateText | null;
}

@Resolver(() => LoanPreviewType)
export class LoanPreviewResolver {
  constructor(
    private readonly previews: LoanPreviews,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LoanPreviewPayload, { description: 'What an early repayment of principal would change (提前还本试算)' })
  @Permit('finance.read-loan')
  earlyRepaymentPreview(
    @Args() { loanId, amount: amountFen, early: mode, on = null }: EarlyRepaymentPreviewArgs,
    @Context() context: GraphContext,
  ) {
    const wish = { loanId, amountFen, mode, on };
    return answer(this.texts, context, async () => ({ preview: previewView(await this.previews.earlyRepayment(context.actor, wish)) }));
  }

  @Query(() => LoanPreviewPayload, { description: 'The schedule that new terms would give from today (重组试算)' })
  @Permit('finance.read-loan')
  restructurePreview(
    @Args('loanId', { type: () => ID }) loanId: string,
    @Args('terms', { type: () => RestructureTermsInput }) terms: RestructureTermsInput,
    @Context() context: GraphContext,
  ) {
    const agreed = { ...terms, firstDueOn: terms.firstDueOn ?? null };
    return answer(this.texts, context, async () => ({
      preview: previewView(await this.previews.restructure(context.actor, loanId, agreed)),
    }));
  }
}

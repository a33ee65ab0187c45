import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { QuoteCalculator } from '../queries/quote-calculator.queries.js';
import { LoanQuoteInput, quoteFees, quoteTerms } from './quote-calculator.input.js';
import { calculatedView, LoanQuotePayload } from './quote-calculator.type.js';

@Resolver(() => LoanQuotePayload)
export class QuoteCalculatorResolver {
  constructor(
    private readonly calculator: QuoteCalculator,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LoanQuotePayload, { description: 'Schedule and annual cost of any terms, by the engine that makes the loans (贷款计算器)' })
  @Permit('finance.read-quote')
  loanQuote(@Args('input') input: LoanQuoteInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => calculatedView(await this.calculator.calculate(quoteTerms(input), quoteFees(input))));
  }
}

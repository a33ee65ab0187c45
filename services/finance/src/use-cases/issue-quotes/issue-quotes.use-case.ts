import { Injectable } from '@nestjs/common';
import type { EventData, HandoffData } from '@weilend/contracts';
import { BusinessClock, newId, parseLocalDate, parseRate } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { getInForce } from '../../domain/product/product.js';
import { quoteLoan } from '../../domain/quote/quote.js';
import type { LoanQuote } from '../../domain/quote/quote.js';
import { Products } from '../../persistence/product.repository.js';
import { Quotes } from '../../persistence/quote.repository.js';
import type { StoredQuote } from '../../persistence/quote.repository.js';

/** Quotes a proposal by machine, one quote per method that it asks for and the product offers [4.3]. */
@Injectable()
export class IssueQuotes {
  constructor(
    private readonly products: Products,
    private readonly quotes: Quotes,
    private readonly parameters: Parameters,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Inside the consumer's transaction; a DomainError (unknown product, limits, method) returns the handoff. */
  async apply(wanted: HandoffData<'issue-quote'>, handoffId: string, tx: Tx): Promise<void> {
    const startOn = parseLocalDate(wanted.startOn, 'startOn');
    const product = await this.products.get(wanted.productId, tx);
    const cap = parseRate(await this.parameters.text('rate.hard-cap', this.clock.today()));
    const quotes = quoteLoan(getInForce(product, startOn), { ...wanted, startOn, cap });
    for (const earlier of await this.quotes.currentOf(wanted.proposalId, tx)) await this.quotes.save({ ...earlier, current: false }, tx);
    const issued: StoredQuote[] = [];
    for (const quote of quotes) issued.push(await this.quotes.insert(this.stored(quote, wanted, handoffId), tx));
    await this.outbox.add(
      event('finance.quote-issued.v1', wanted.proposalId, { proposalId: wanted.proposalId, quotes: issued.map(announced) }),
      tx,
    );
    await this.handoffs.complete(
      handoffId,
      { proposalId: wanted.proposalId, quotes: issued.length, quoteIds: issued.map((quote) => quote.id).join(',') },
      tx,
    );
  }

  private stored(quote: LoanQuote, wanted: HandoffData<'issue-quote'>, handoffId: string): StoredQuote {
    const { cost, ...figures } = quote;
    return {
      ...figures,
      id: newId('quo'),
      version: 0,
      proposalId: wanted.proposalId,
      handoffId,
      current: true,
      amountFen: wanted.amountFen,
      termMonths: wanted.termMonths,
      annualRate: quote.annualRate,
      startOn: parseLocalDate(wanted.startOn),
      annualCostCompound: cost.compound,
      annualCostSimple: cost.simple,
      issuedAt: this.clock.now(),
    };
  }
}

function announced(quote: StoredQuote): EventData<'finance.quote-issued.v1'>['quotes'][number] {
  return {
    quoteId: quote.id,
    method: quote.method,
    termsHash: quote.termsHash,
    totalInterestFen: quote.totalInterestFen,
    totalFeesFen: quote.totalFeesFen,
    firstInstalmentFen: quote.rows[0]?.totalFen ?? 0,
    annualCostCompound: quote.annualCostCompound,
    withinCap: quote.withinCap,
  };
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, parseRate } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import { calculateQuote } from '../domain/quote/calculate-quote.js';
import type { CalculatedFee, CalculatedQuote } from '../domain/quote/calculate-quote.js';
import { withinCap } from '../domain/schedule/annual-cost.js';
import type { ScheduleTerms } from '../domain/schedule/terms.js';

export interface CapCheck {
  readonly cap: Rate;
  readonly within: boolean;
}

/** Any loan, computed on the spot: nothing is stored and nobody is told [4.3]. */
@Injectable()
export class QuoteCalculator {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws a DomainError that names the field which is wrong. The cap is that of the day on which the loan would be paid out, or today's if that is past. */
  async calculate(terms: ScheduleTerms, fees: readonly CalculatedFee[]): Promise<CalculatedQuote & { readonly capCheck: CapCheck }> {
    const quote = calculateQuote(terms, fees);
    const today = this.clock.today();
    const cap = parseRate(await this.parameters.text('rate.hard-cap', terms.disbursedOn > today ? terms.disbursedOn : today));
    return { ...quote, capCheck: { cap, within: withinCap(quote.cost, cap) } };
  }
}

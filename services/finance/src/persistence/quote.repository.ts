import { Injectable } from '@nestjs/common';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ChargedFee } from '../domain/quote/price-loan.js';
import type { Method, ScheduleRow } from '../domain/schedule/terms.js';
import { quoteCollection } from './quote.schema.js';

export interface StoredQuote {
  readonly id: string;
  readonly version: number;
  readonly proposalId: string;
  readonly handoffId: string;
  readonly current: boolean;
  readonly productId: string;
  readonly productVersion: number;
  readonly method: Method;
  readonly amountFen: Fen;
  readonly termMonths: number;
  readonly annualRate: Rate;
  readonly startOn: LocalDate;
  readonly termsHash: string;
  readonly rows: readonly ScheduleRow[];
  readonly fees: readonly ChargedFee[];
  readonly totalInterestFen: Fen;
  readonly totalFeesFen: Fen;
  readonly totalCostFen: Fen;
  readonly annualCostCompound: Rate;
  readonly annualCostSimple: Rate;
  readonly withinCap: boolean;
  readonly issuedAt: Date;
}

@Injectable()
export class Quotes extends Repository<StoredQuote> {
  constructor(database: Database) {
    super(database, quoteCollection, 'quote');
  }

  currentOf(proposalId: string, tx: Tx): Promise<StoredQuote[]> {
    return this.findMany({ proposalId, current: true }, tx);
  }
}

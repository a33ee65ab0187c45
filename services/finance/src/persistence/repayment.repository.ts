import { Injectable } from '@nestjs/common';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Allocation } from '../domain/loan/apply-repayment.js';
import type { EarlyMode } from '../domain/loan/early-repayment.js';
import { repaymentCollection } from './repayment.schema.js';

export interface Repayment extends Allocation {
  readonly id: string;
  readonly version: number;
  readonly loanId: string;
  readonly applicationId: string;
  readonly channel: string;
  readonly channelTransactionId: string;
  readonly amountFen: Fen;
  readonly paidOn: LocalDate;
  /** How the rest was to run, when principal was to be repaid early with it. */
  readonly early: EarlyMode | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Set when it was taken back. */
  readonly reversal: { readonly reason: string; readonly reversedBy: string; readonly reversedAt: Date } | null;
}

@Injectable()
export class Repayments extends Repository<Repayment> {
  constructor(database: Database) {
    super(database, repaymentCollection, 'repayment');
  }

  /** Those that stand, in the order in which they were recorded. */
  standingOf(loanId: string, tx: Tx): Promise<Repayment[]> {
    return this.findMany({ loanId, reversal: null }, tx, { sort: { _id: 1 } });
  }

  /** The one that stands; what was taken back may be posted again. */
  byTransaction(channel: string, channelTransactionId: string, tx: Tx): Promise<Repayment | null> {
    return this.findOne({ channel, channelTransactionId, reversal: null }, tx);
  }
}

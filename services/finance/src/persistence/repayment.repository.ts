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
  /** Place in the receipts of the loan, from 1 without a gap. */
  readonly receiptNo: number;
  /** Principal of the loan when it was booked; null for those of before receipts. */
  readonly outstandingAfterFen: Fen | null;
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

  /**
   * Gives the receipt its number: rows are never removed, and whoever records a repayment writes its loan in the same transaction, so two of one loan
   * never count at the same time.
   */
  override async insert(repayment: Omit<Repayment, 'receiptNo'>, tx: Tx): Promise<Repayment> {
    const before = await this.model.collection.countDocuments({ loanId: repayment.loanId } as never, { session: tx.session });
    return super.insert({ ...repayment, receiptNo: before + 1 }, tx);
  }

  /** Those that stand, in the order in which they were recorded. */
  standingOf(loanId: string, tx: Tx): Promise<Repayment[]> {
    return this.findMany({ loanId, reversal: null }, tx, { sort: { _id: 1 } });
  }

  /** The one of that number that stands on a loan, of any channel. */
  onLoan(loanId: string, channelTransactionId: string, tx: Tx): Promise<Repayment | null> {
    return this.findOne({ loanId, channelTransactionId, reversal: null }, tx);
  }

  /** One that stands, of any loan and channel. */
  byNumber(channelTransactionId: string, tx: Tx): Promise<Repayment | null> {
    return this.findOne({ channelTransactionId, reversal: null }, tx);
  }

  /** The one that stands; what was taken back may be posted again. */
  byTransaction(channel: string, channelTransactionId: string, tx: Tx): Promise<Repayment | null> {
    return this.findOne({ channel, channelTransactionId, reversal: null }, tx);
  }
}

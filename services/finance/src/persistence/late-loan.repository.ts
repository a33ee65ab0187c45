import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { LateLoan } from '../domain/portfolio/late-loan.js';
import type { LateLoanRow } from './portfolio.schema.js';

const { Long } = mongoose.mongo.BSON;

/** Loans that were ever thirty days late. */
@Injectable()
export class LateLoans {
  constructor(private readonly database: Database) {}

  /** A loan whose payment was taken back was never lent. */
  async forget(loanId: string, tx: Tx): Promise<void> {
    await this.database.collection<LateLoanRow>('late_loans').deleteOne({ _id: loanId }, { session: tx.session });
  }

  /** Keeps the earliest day of each kind; one command, however many there are. */
  async note(loans: readonly LateLoan[], tx: Tx): Promise<void> {
    if (loans.length === 0) return;
    const steps = loans.map(({ loanId, disbursedOn, principalFen, late30On, late90On, firstDefaultOn }) => ({
      updateOne: {
        filter: { _id: loanId },
        update: {
          $setOnInsert: { disbursedOn, principalFen: Long.fromNumber(principalFen) },
          $min: { late30On, ...(late90On ? { late90On } : {}), ...(firstDefaultOn ? { firstDefaultOn } : {}) },
        },
        upsert: true,
      },
    }));
    await this.database.collection<LateLoanRow>('late_loans').bulkWrite(steps as never, { session: tx.session, ordered: false });
  }
}

import { Injectable } from '@nestjs/common';
import { canonicalHash, fen } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import mongoose from 'mongoose';
import type { BonusLoan } from '../../domain/bonus/bonus-loan.js';
import type { BonusBalance, BonusClawback, BonusPart } from '../../domain/bonus/clawback.js';
import { bonusBalanceCollection, bonusClawbackCollection, bonusLoanCollection, bonusPartCollection } from './bonus.schema.js';

const { Long } = mongoose.mongo.BSON;

/** More loans than anybody sells in a quarter. */
const MOST_LOANS = 20_000;

/** How the loans that people sold have fared, by the loan's id. */
@Injectable()
export class BonusLoans extends Repository<BonusLoan> {
  constructor(database: Database) {
    super(database, bonusLoanCollection, 'loan of a bonus');
  }

  /** Those of which finance said anything. */
  async among(loanIds: readonly string[], tx: Tx): Promise<ReadonlyMap<string, BonusLoan>> {
    const found = await this.findMany({ _id: { $in: [...loanIds] } }, tx, { limit: MOST_LOANS });
    return new Map(found.map((loan) => [loan.id, loan]));
  }

  /** The schema writes every step, null for those that were never reached. */
  protected override toEntity(document: Stored): BonusLoan {
    const loan = super.toEntity(document);
    return { ...loan, reached: Object.fromEntries(Object.entries(loan.reached).filter(([, on]) => on !== null)) };
  }
}

const longOf = (value: number) => Long.fromNumber(fen(value));

/** Money is kept as long; a fraction of a fen or what is no amount throws. */
function longsOf(part: BonusPart): Record<string, unknown> {
  const { amountFen, partFen, deferredFen, takenFen, takenOfDeferredFen, withheldFen } = part;
  return {
    ...{ amountFen: longOf(amountFen), partFen: longOf(partFen), deferredFen: longOf(deferredFen) },
    ...{ takenFen: longOf(takenFen), takenOfDeferredFen: longOf(takenOfDeferredFen), withheldFen: longOf(withheldFen) },
  };
}

@Injectable()
export class BonusParts extends Repository<BonusPart> {
  constructor(database: Database) {
    super(database, bonusPartCollection, 'part of a bonus');
  }

  /** Tens of thousands at the end of a quarter, in one command, with one hash of all parts of a statement in the audit row. */
  override async insertMany(parts: readonly BonusPart[], tx: Tx): Promise<void> {
    if (parts.length === 0) return;
    const documents = parts.map((part) => ({ ...this.toDocument({ ...part, version: 1 }), ...longsOf(part) }));
    await this.model.collection.insertMany(documents as never, { session: tx.session });
    for (const [statementId, own] of Map.groupBy(parts, (part) => part.statementId))
      tx.wrote(this.definition.name, statementId, canonicalHash(own));
  }

  ofStatement(statementId: string, preparation: number, tx: Tx): Promise<BonusPart[]> {
    return this.findMany({ statementId, preparation }, tx, { sort: { _id: 1 }, limit: MOST_LOANS });
  }

  /** A loan may stand on several preparations of one statement. */
  ofLoan(loanId: string, tx: Tx): Promise<BonusPart[]> {
    return this.findMany({ loanId }, tx);
  }
}

@Injectable()
export class BonusClawbacks extends Repository<BonusClawback> {
  constructor(database: Database) {
    super(database, bonusClawbackCollection, 'clawback');
  }

  ofLoan(statementId: string, loanId: string, tx: Tx): Promise<BonusClawback | null> {
    return this.findOne({ statementId, loanId }, tx);
  }
}

/** What people owe from clawbacks, by the person's id. */
@Injectable()
export class BonusBalances extends Repository<BonusBalance> {
  constructor(database: Database) {
    super(database, bonusBalanceCollection, 'balance of clawbacks');
  }

  /** Adds to what a person owes. */
  async owe(employeeId: string, fen: number, tx: Tx): Promise<void> {
    const balance = await this.find(employeeId, tx);
    if (balance) await this.save({ ...balance, owedFen: balance.owedFen + fen }, tx);
    else await this.insert({ id: employeeId, version: 0, owedFen: fen }, tx);
  }

  /** Writes what is left after a payment, when there was anything. */
  async keep(before: BonusBalance | null, after: BonusBalance | null, tx: Tx): Promise<void> {
    if (after && before && after.owedFen !== before.owedFen) await this.save(after, tx);
  }

  protected override toDocument(balance: BonusBalance): Record<string, unknown> {
    return { ...super.toDocument(balance), owes: balance.owedFen > 0 };
  }

  protected override toEntity({ _id, version, ...rest }: Stored): BonusBalance {
    return { id: _id, version, owedFen: (rest as unknown as BonusBalance).owedFen };
  }
}

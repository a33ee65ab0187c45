import { Injectable } from '@nestjs/common';
import { canonicalHash } from '@weilend/kernel';
import { Database, VersionConflict } from '@weilend/mongo';
import type { CollectionDefinition, Stored, Tx } from '@weilend/mongo';
import type { OrderState } from '../domain/disbursement/order.machine.js';
import { collectionCaseCollection, collectionContactCollection, paymentPromiseCollection } from './collection.schema.js';
import { disbursementOrderCollection } from './disbursement-order.schema.js';
import { loanCollection } from './loan.schema.js';
import { borrowerFreezeCollection, measureWorkCollection } from './measure.schema.js';
import { payeeAccountCollection } from './payee-account.schema.js';

type Row = Stored & { readonly version: number } & Readonly<Record<string, unknown>>;
type Plain = Record<string, unknown>;

/** An order in one of these may still become a loan. */
const LIVE_ORDERS = ['OPEN', 'MADE', 'RESERVED', 'SENT'] as const satisfies readonly OrderState[];

/** Everything of finance that names a borrower; it goes with him to another id, each row by its version. */
@Injectable()
export class BorrowerRows {
  constructor(private readonly database: Database) {}

  /**
   * Loans, orders, work on late loans, measures of risk and payee accounts. An account that the other file has too stays where it is: it is unique for a customer,
   * and whoever compares its owner asks for the surviving id.
   */
  async moveTo(fromId: string, toId: string, tx: Tx): Promise<void> {
    const loans = await this.rewrite(loanCollection, { customerId: fromId }, toId, tx);
    const ofLoans = { customerId: fromId, loanId: { $in: loans.map(({ _id }) => _id) } };
    const paid = { _id: { $in: loans.map((loan) => loan['disbursementId']) } };
    await this.rewrite(disbursementOrderCollection, { customerId: fromId, $or: [paid, { state: { $in: [...LIVE_ORDERS] } }] }, toId, tx);
    await this.rewrite(collectionCaseCollection, ofLoans, toId, tx);
    await this.rewrite(paymentPromiseCollection, ofLoans, toId, tx);
    await this.rewrite(collectionContactCollection, { customerId: fromId }, toId, tx);
    await this.rewrite(measureWorkCollection, { customerId: fromId }, toId, tx);
    await this.rewrite(borrowerFreezeCollection, { customerId: fromId }, toId, tx);
    const known = await this.rows(payeeAccountCollection, { customerId: toId }, tx);
    const free = { customerId: fromId, accountIndex: { $nin: known.map((account) => account['accountIndex']) } };
    await this.rewrite(payeeAccountCollection, free, toId, tx);
  }

  private async rows(definition: CollectionDefinition, filter: Plain, tx: Tx): Promise<Row[]> {
    const { collection } = this.database.model(definition);
    return (await collection.find(filter as never, { session: tx.session }).toArray()) as unknown as Row[];
  }

  private async rewrite(definition: CollectionDefinition, filter: Plain, customerId: string, tx: Tx): Promise<Row[]> {
    const rows = await this.rows(definition, filter, tx);
    if (rows.length === 0) return [];
    const updates = rows.map(({ _id, version }) => ({
      updateOne: { filter: { _id, version }, update: { $set: { customerId }, $inc: { version: 1 } } },
    }));
    const outcome = await this.database.model(definition).collection.bulkWrite(updates as never, { session: tx.session });
    if (outcome.matchedCount < rows.length) throw new VersionConflict(definition.name, rows[0]?._id ?? '');
    for (const row of rows) {
      tx.remember(definition.name, row._id, canonicalHash(row));
      tx.wrote(definition.name, row._id, canonicalHash({ ...row, customerId, version: row.version + 1 }));
    }
    return rows;
  }
}

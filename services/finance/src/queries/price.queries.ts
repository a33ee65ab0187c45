import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { StoredCostSheet } from '../persistence/cost-sheet.repository.js';
import { costSheetCollection } from '../persistence/cost-sheet.schema.js';
import type { StoredQuote } from '../persistence/quote.repository.js';
import { quoteCollection } from '../persistence/quote.schema.js';
import { ownFilter, plain } from './scope.js';

export type { StoredCostSheet, StoredQuote };

/** Quotes and cost sheets, N owners in one query. */
@Injectable()
export class PriceQueries {
  constructor(private readonly database: Database) {}

  /** The newest quotes of each proposal. */
  async quotesOf(proposalIds: readonly string[]): Promise<StoredQuote[]> {
    const filter = { proposalId: { $in: [...proposalIds] }, current: true };
    const rows = await this.database
      .model(quoteCollection)
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<StoredQuote>(row));
  }

  async sheetsByIds(ids: readonly string[], actor: Actor): Promise<StoredCostSheet[]> {
    return this.sheets({ _id: { $in: [...ids] } }, actor);
  }

  /** Newest first. */
  async sheetsOf(contractIds: readonly string[], actor: Actor): Promise<StoredCostSheet[]> {
    return this.sheets({ contractId: { $in: [...contractIds] } }, actor);
  }

  private async sheets(filter: Record<string, unknown>, actor: Actor): Promise<StoredCostSheet[]> {
    const scoped = { ...filter, ...ownFilter(actor, 'salespersonId') };
    const rows = await this.database
      .model(costSheetCollection)
      .find(scoped as never)
      .sort({ _id: -1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<StoredCostSheet>(row));
  }
}

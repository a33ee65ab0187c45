import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { CostSheetContent } from '../domain/cost-sheet/cost-sheet.js';
import { costSheetCollection } from './cost-sheet.schema.js';

export interface StoredCostSheet extends CostSheetContent {
  readonly id: string;
  readonly version: number;
  readonly salespersonId: string | null;
  readonly termsHash: string;
  readonly hash: string;
  readonly issuedAt: Date;
}

@Injectable()
export class CostSheets extends Repository<StoredCostSheet> {
  constructor(database: Database) {
    super(database, costSheetCollection, 'cost sheet');
  }

  ofContent(contractId: string, hash: string, tx: Tx): Promise<StoredCostSheet | null> {
    return this.findOne({ contractId, hash }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { CountedFact } from '../domain/dashboard/company-figures.js';
import type { DashboardFactRow } from './dashboard.schema.js';

@Injectable()
export class DashboardFacts {
  constructor(private readonly database: Database) {}

  async add(messageId: string, fact: CountedFact, tx: Tx): Promise<void> {
    await this.database.collection<DashboardFactRow>('dashboard_facts').insertOne({ _id: messageId, ...fact }, { session: tx.session });
  }
}

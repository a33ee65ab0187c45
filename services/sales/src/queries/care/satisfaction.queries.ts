import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import { satisfactionTrend } from '../../domain/care/satisfaction.js';
import type { SatisfactionMark, SatisfactionTrend } from '../../domain/care/satisfaction.js';
import { markCollection } from '../../persistence/care/visit.schema.js';
import { newestFirst, toPlain } from '../rows.js';

export interface CustomerSatisfaction extends SatisfactionTrend {
  readonly customerId: string;
  /** Newest first. */
  readonly history: readonly SatisfactionMark[];
}

const SHOWN = 20;

/** What customers think of us. */
@Injectable()
export class SatisfactionQueries {
  constructor(private readonly database: Database) {}

  /** The trend of each customer [2.13]. */
  async ofCustomers(customerIds: readonly string[]): Promise<CustomerSatisfaction[]> {
    const rows = await newestFirst(this.database.model(markCollection), { customerId: { $in: [...customerIds] } });
    const marks = rows.map((row) => toPlain<SatisfactionMark>(row));
    return customerIds.map((customerId) => {
      const own = marks.filter((mark) => mark.customerId === customerId).sort((a, b) => b.recordedOn.localeCompare(a.recordedOn));
      return { customerId, ...satisfactionTrend(own), history: own.slice(0, SHOWN) };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { BusinessChange } from '../../domain/after-loan/business-change.js';
import { businessChangeCollection } from '../../persistence/after-loan/business-change.schema.js';
import { newestFirst, toPlain } from '../rows.js';

/** How the businesses of borrowers have changed. */
@Injectable()
export class BusinessChangeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async ofApplications(applicationIds: readonly string[]): Promise<BusinessChange[]> {
    const rows = await newestFirst(this.database.model(businessChangeCollection), { applicationId: { $in: [...applicationIds] } });
    return rows.map((row) => toPlain<BusinessChange>(row));
  }
}

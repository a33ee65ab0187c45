import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ContractReview } from '../domain/contract-review/contract-review.js';
import { contractReviewCollection } from '../persistence/contract-review.schema.js';

export interface ContractReviewFilter extends PageRequest {
  readonly state?: string | null;
}

export interface DueReviewFilter extends PageRequest {
  readonly overdueOnly?: boolean | null;
}

/** Contracts that compliance reads before they are signed. */
@Injectable()
export class ContractReviewQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  list({ state, ...page }: ContractReviewFilter): Promise<Page<ContractReview>> {
    return pageOf(this.model(), page, { filter: state ? { state } : {}, map: toReview });
  }

  /** What is owed, most overdue first. */
  due({ overdueOnly, ...page }: DueReviewFilter): Promise<Page<ContractReview>> {
    const until = overdueOnly ? this.clock.now() : null;
    return duePageOf(this.model(), page, { field: 'dueAt', type: 'date', filter: {}, until, map: toReview });
  }

  async byIds(ids: readonly string[]): Promise<ContractReview[]> {
    const rows = await this.model()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toReview);
  }

  private model() {
    return this.database.model(contractReviewCollection);
  }
}

function toReview({ _id, ...row }: Stored): ContractReview {
  return { id: _id, ...row } as unknown as ContractReview;
}

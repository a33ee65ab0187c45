import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { LoanContract } from '../../domain/contract/contract.js';
import { missingForSigning } from '../../domain/contract/signing.js';
import { contractCollection } from './contract.schema.js';

/** Contracts; what a draft waits for is computed at every save, so that lists can ask for it. */
@Injectable()
export class Contracts extends Repository<LoanContract> {
  constructor(database: Database) {
    super(database, contractCollection, 'contract');
  }

  /** Every draft of an application, latest first. */
  ofApplication(applicationId: string, tx: Tx): Promise<LoanContract[]> {
    return this.findMany({ applicationId }, tx, { sort: { draftNo: -1 } });
  }

  /** Drafts whose last day to sign was before `today`, longest overdue first. */
  overdue(today: LocalDate, limit: number, tx: Tx): Promise<LoanContract[]> {
    return this.findMany({ state: 'draft', signDueOn: { $lt: today } }, tx, { sort: { signDueOn: 1, _id: 1 }, limit });
  }

  protected override toDocument({ id, ...rest }: LoanContract): Record<string, unknown> {
    return { _id: id, ...rest, missingForSigning: missingForSigning({ id, ...rest }) };
  }

  protected override toEntity({ _id, missingForSigning: _computed, ...rest }: Stored & { missingForSigning?: unknown }): LoanContract {
    return { id: _id, ...rest } as unknown as LoanContract;
  }
}

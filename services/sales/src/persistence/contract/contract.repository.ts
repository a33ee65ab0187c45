import { Injectable } from '@nestjs/common';
import { DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { LoanContract } from '../../domain/contract/contract.js';
import { contractNumber } from '../../domain/contract/contract-number.js';
import { missingForSigning } from '../../domain/contract/signing.js';
import { contractCollection, contractCountCollection } from './contract.schema.js';

const DUPLICATE_KEY = 11_000;

/** Contracts; what a draft waits for is computed at every save, so that lists can ask for it. */
@Injectable()
export class Contracts extends Repository<LoanContract> {
  constructor(private readonly database: Database) {
    super(database, contractCollection, 'contract');
  }

  /**
   * A number that nobody else has, of a year. It is taken outside of any transaction: whoever drafts at the same time does not wait, and a draft that
   * fails leaves a number unused.
   */
  async takeNumber(year: string): Promise<string> {
    const counts = this.database.collection<{ _id: string; last: number; version: number }>(contractCountCollection.name);
    const next = { $inc: { last: 1, version: 1 } };
    const taken = await counts.findOneAndUpdate({ _id: year }, next, { upsert: true, returnDocument: 'after' });
    invariant(taken, 'a count that is there or made answers');
    return contractNumber(year, taken.last);
  }

  /** Every draft of an application, latest first. */
  ofApplication(applicationId: string, tx: Tx): Promise<LoanContract[]> {
    return this.findMany({ applicationId }, tx, { sort: { draftNo: -1 } });
  }

  /** Ids of drafts whose last day to sign was before `today`, longest overdue first, but for those that were set aside. */
  async overdueIds(today: LocalDate, setAside: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.model
      .find({ state: 'draft', signDueOn: { $lt: today }, _id: { $nin: setAside } } as never, { _id: 1 })
      .sort({ signDueOn: 1, _id: 1 })
      .limit(limit)
      .lean<Stored[]>()
      .exec();
    return rows.map(({ _id }) => _id);
  }

  /** The contract whose evidence a recording with these bytes is; null of nobody. */
  async holderOfRecording(sha256: string, tx: Tx): Promise<string | null> {
    const [holder] = await this.findMany({ 'recordings.claimedHash': { $eq: sha256, $type: 'string' } }, tx, { limit: 1 });
    return holder?.id ?? null;
  }

  /** Throws DomainError RECORDING_REUSED when another contract took the recording at the same time. */
  override async save(contract: LoanContract, tx: Tx): Promise<LoanContract> {
    try {
      return await super.save(contract, tx);
    } catch (error) {
      const { code, keyPattern } = error as { code?: unknown; keyPattern?: object };
      if (code === DUPLICATE_KEY && keyPattern && 'recordings.claimedHash' in keyPattern)
        throw new DomainError('RECORDING_REUSED', {}, 'fileId');
      throw error;
    }
  }

  protected override toDocument({ id, ...rest }: LoanContract): Record<string, unknown> {
    return { _id: id, ...rest, missingForSigning: missingForSigning({ id, ...rest }) };
  }

  protected override toEntity({ _id, missingForSigning: _computed, ...rest }: Stored & { missingForSigning?: unknown }): LoanContract {
    return { id: _id, ...rest } as unknown as LoanContract;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { LeaseLost, Leases } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import { DayEnds } from '../../persistence/day-end.repository.js';
import type { DayEndPartRow } from '../../persistence/day-end.schema.js';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanPolicies } from '../../persistence/loan-policies.repository.js';
import { CloseBatch } from './close-batch.js';
import type { DayEndPart } from './close-batch.js';

/** A batch takes a fraction of a second; what a dead worker held is taken up after this. */
const LEASE_MS = 10_000;
/** Parts at a time in one process: one reckons while the other waits for the database. */
const AT_A_TIME = 2;

/**
 * Closes what is left of the day that is being closed. Any number of workers may do it at the same time: a part belongs to who holds its lease, and a
 * worker that dies leaves its part to the next one [4.19].
 */
@Injectable()
export class CloseRunningDay {
  constructor(
    private readonly leases: Leases,
    private readonly dayEnds: DayEnds,
    private readonly loans: Loans,
    private readonly policies: LoanPolicies,
    private readonly batch: CloseBatch,
  ) {}

  /** False when no day is being closed, or others hold all that is left of it. */
  async execute(isStopping: () => boolean): Promise<boolean> {
    const day = await this.dayEnds.running();
    if (!day || isStopping()) return false;
    if (await this.policies.rulesChange(day._id)) await this.loans.lookAtAll(day._id);
    await this.dayEnds.closeEmpty(day._id, await this.loans.partsDue(day._id));
    const policy = await this.policies.dayOn(day._id);
    const parts = await this.dayEnds.openParts(day._id);
    let didSomething = false;
    const next = async (): Promise<void> => {
      for (let row = parts.shift(); row; row = parts.shift())
        didSomething = (await this.closePart(row, policy, isStopping)) || didSomething;
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_A_TIME }, next));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if ((await this.dayEnds.openParts(day._id)).length > 0) return didSomething && !isStopping();
    await this.batch.end(day._id);
    return true;
  }

  /** False when another worker has the part. */
  private async closePart({ on, part, _id }: DayEndPartRow, policy: DayEndPart['policy'], isStopping: () => boolean): Promise<boolean> {
    let lease: Lease | null = null;
    let limit: number | undefined;
    for (let done = false; !done && !isStopping();) {
      lease = await this.leases.take(`day-end:${_id}`, LEASE_MS);
      if (!lease) return false;
      try {
        done = await this.batch.execute({ on, part, policy }, lease, limit);
      } catch (error) {
        if (error instanceof LeaseLost || error instanceof DomainError || isOutsideTrouble(error)) throw error;
        // What one loan made could not be written: from here on one by one, and that one is set aside.
        if (limit === 1) await this.batch.setAsideFirst({ on, part, policy }, lease, String(error));
        limit = 1;
      }
    }
    if (lease) await this.leases.release(lease);
    return true;
  }
}

/** The database could not be reached: no word about any loan. */
const isOutsideTrouble = (error: unknown): boolean =>
  error instanceof Error && /^Mongo(Network|ServerSelection|NotConnected|PoolCleared|Topology)/.test(error.name);

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { Loan } from '../domain/loan/loan.js';
import type { LoanAct, OriginalSchedule } from '../domain/loan/replay-repayments.js';
import { isRescheduled, versionOf } from '../domain/loan/schedule-version.js';
import type { ScheduleVersion } from '../domain/loan/schedule-version.js';
import { LoanRequests } from '../persistence/loan-request.repository.js';
import { LoanSchedules } from '../persistence/loan-schedule.repository.js';
import type { StoredSchedule } from '../persistence/loan-schedule.repository.js';
import { Repayments } from '../persistence/repayment.repository.js';

/** An act with the moment at which it was written down. */
type DatedAct = LoanAct & { readonly writtenAt: Date };

/** The schedules that a loan has had, and all that ever happened to it, from which it can be reckoned anew [7.4]. */
@Injectable()
export class ScheduleHistory {
  constructor(
    private readonly schedules: LoanSchedules,
    private readonly repayments: Repayments,
    private readonly requests: LoanRequests,
    private readonly clock: BusinessClock,
  ) {}

  /** The loan with the number of its schedule; a new one is kept as a version, and the first one with it when it was not kept yet. */
  async noted(before: Loan, after: Loan, made: Pick<ScheduleVersion, 'cause' | 'effectiveOn' | 'restructure'>, tx: Tx): Promise<Loan> {
    if (!isRescheduled(before, after)) return after;
    if (before.scheduleNo === 1) {
      await this.keep(versionOf(before, { cause: 'DISBURSEMENT', effectiveOn: before.disbursedOn, restructure: null }), tx);
    }
    const next = { ...after, scheduleNo: before.scheduleNo + 1 };
    await this.keep(versionOf(next, made), tx);
    return next;
  }

  /** The schedule of the payment, and every act in the order in which it was written down. */
  async of(loan: Loan, tx: Tx): Promise<{ original: OriginalSchedule; acts: readonly LoanAct[] }> {
    const versions = loan.scheduleNo === 1 ? [] : await this.schedules.of(loan.id, tx);
    const repayments = await this.repayments.standingOf(loan.id, tx);
    const acts: DatedAct[] = [
      ...repayments.map((one) => ({ kind: 'REPAYMENT' as const, ...one, writtenAt: one.recordedAt })),
      ...versions.flatMap(restructureOf),
      ...(await this.writeOffOf(loan, tx)),
    ];
    const byTime = acts.sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
    return { original: versions[0] ?? loan, acts: byTime };
  }

  private async writeOffOf({ id, writeOff }: Loan, tx: Tx): Promise<DatedAct[]> {
    if (!writeOff) return [];
    const request = await this.requests.writeOffOf(id, tx);
    return request?.decision ? [{ kind: 'WRITE_OFF', on: writeOff.on, writtenAt: request.decision.at }] : [];
  }

  private async keep(version: ScheduleVersion, tx: Tx): Promise<void> {
    await this.schedules.insert({ id: `${version.loanId}:${version.no}`, version: 0, ...version, madeAt: this.clock.now() }, tx);
  }
}

function restructureOf({ restructure, effectiveOn, madeAt }: StoredSchedule): DatedAct[] {
  return restructure ? [{ kind: 'RESTRUCTURE', on: effectiveOn, ...restructure, writtenAt: madeAt }] : [];
}

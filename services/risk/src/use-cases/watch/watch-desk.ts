import { Injectable } from '@nestjs/common';
import { addWorkingTime, BusinessClock, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { addCause, enterWatch, trackWatch } from '../../domain/watch/watch.js';
import type { NewWatch, Watch } from '../../domain/watch/watch.js';
import { Watches } from '../../persistence/watch/watch.repository.js';

export type WatchEntry = Pick<NewWatch, 'subjectId' | 'customerId' | 'level' | 'loanId'> & {
  readonly cause: Omit<NewWatch['cause'], 'at'>;
};

/** How somebody comes under watch: once per customer, each further reason beside the first [7.5]. */
@Injectable()
export class WatchDesk {
  constructor(
    readonly watches: Watches,
    private readonly parameters: Parameters,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  async enter({ cause, ...entry }: WatchEntry, tx: Tx): Promise<Watch> {
    const now = this.clock.now();
    const planDueAt = await this.planDueAt();
    const known = await this.watches.openOf(entry.subjectId, tx);
    if (known) {
      const more = addCause(known, { ...entry, cause: { ...cause, at: now } }, planDueAt);
      return more === known ? known : this.watches.save(more, tx);
    }
    return this.watches.insert(enterWatch({ ...entry, id: newId('wat'), enteredAt: now, cause: { ...cause, at: now } }, planDueAt), tx);
  }

  /** A HIGH alert brings its customer under watch, or what it is about where the customer is not known. */
  async enterForAlert(alert: RiskAlert, tx: Tx): Promise<void> {
    const { id: sourceId, customerId, loanId, aboutId } = alert;
    const cause = { kind: 'HIGH_ALERT' as const, sourceId, reason: '高风险预警 (HIGH alert)' };
    await this.enter({ subjectId: customerId ?? aboutId, customerId, loanId, level: 'HIGH', cause }, tx);
  }

  /** Who tracks a HIGH alert tracks its customer, unless somebody does already. */
  async trackedByAlert(alert: RiskAlert, tx: Tx): Promise<void> {
    const watch = await this.watches.openOf(alert.customerId ?? alert.aboutId, tx);
    if (!watch || watch.trackerId !== null || alert.trackerId === null) return;
    await this.watches.save(trackWatch(watch, { employeeId: alert.trackerId, active: true }, await this.planDueAt()), tx);
  }

  /** Until when a dedicated person and a plan are owed from now on. */
  async planDueAt(): Promise<Date> {
    const today = this.clock.today();
    return addWorkingTime(
      await this.parameters.calendar(today),
      this.clock.now(),
      await this.parameters.duration('deadline.watch-plan', today),
    );
  }

  async isActive(employeeId: string, tx: Tx): Promise<boolean> {
    return (await this.directory.find(employeeId, tx))?.active ?? false;
  }
}

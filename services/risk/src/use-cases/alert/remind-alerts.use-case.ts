import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import { afterNotice, stepOf } from '../../domain/alert/alert-deadline.js';
import type { AlertStep } from '../../domain/alert/alert-deadline.js';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { AlertDesk } from './alert-desk.js';
import type { EscalationCause } from './alert-facts.js';
import { tellEach } from '../tell-each.js';

const AT_ONCE = 100;
const CAUSES: Readonly<Record<AlertStep, EscalationCause>> = {
  acknowledge: 'NOT_ACKNOWLEDGED',
  assess: 'NOT_ASSESSED',
  measure: 'NOT_MEASURED',
  close: 'NOT_CLOSED',
};

/** Tells who owes the next step of an alert before its deadline, and takes it further at it; each once [4.23]. */
@Injectable()
export class RemindAlerts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AlertDesk,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were told of. */
  execute(watch: SweepWatch): Promise<number> {
    const due = (setAside: readonly string[]) => this.desk.alerts.toTell(this.clock.now(), AT_ONCE, setAside);
    return tellEach({ due, tell: (id) => this.tell(id) }, watch);
  }

  private tell(id: string): Promise<boolean> {
    return this.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'remind-alert' }, async (tx) => {
      const alert = await this.desk.alerts.get(id, tx);
      const step = stepOf(alert.state);
      // It moved on between the look and this transaction.
      if (alert.noticeAt === null || alert.noticeAt > this.clock.now() || step === null || alert.dueAt === null) return false;
      const told = await this.desk.alerts.save({ ...alert, ...afterNotice(alert) }, tx);
      if (alert.notice === 'LATE') await this.desk.escalate(told, CAUSES[step], tx);
      else {
        const data = { about: id, step, employeeIds: [...(await this.owners(alert, step, tx))], dueAt: alert.dueAt.toISOString() };
        await this.outbox.add(event('risk.deadline-reminded.v1', id, data), tx);
      }
      return true;
    });
  }

  /** The dedicated person, or who leads the department while there is none; the superior acknowledges. */
  private async owners(alert: RiskAlert, step: AlertStep, tx: Tx): Promise<readonly string[]> {
    if (alert.trackerId !== null && step !== 'acknowledge') return [alert.trackerId];
    return (await this.directory.holding('risk-manager', tx)).map(({ _id }) => _id);
  }
}

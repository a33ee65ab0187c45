import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, newId } from '@weilend/kernel';
import { Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { changeKind, effectiveDay, factsOf } from '../../domain/employee/employee-change.js';
import { mayOwnCustomers } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { givesPower } from '../../domain/employee/power.js';
import { written } from '../../domain/employee/wording.js';
import { EmployeeChanges } from '../../persistence/employee/employee-change.repository.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import type { ChangeCause } from './employee-book.js';
import { employeeChanged } from './employee-facts.js';

/** What goes with every change of a person: the row of his history, the news to every department, an alarming word in the security log where power is given, and his customers as work of sales when he sells no more [1.3, 2.1, 2.2, 2.13]. */
@Injectable()
export class EmployeeNews {
  constructor(
    private readonly changes: EmployeeChanges,
    private readonly outbox: Outbox,
    private readonly handoffs: Handoffs,
    private readonly security: SecurityLog,
    private readonly clock: BusinessClock,
  ) {}

  async tell(before: Employee | null, after: Employee, cause: ChangeCause, tx: Tx): Promise<void> {
    const [was, is] = [before && factsOf(before), factsOf(after)];
    const kind = cause.kind ?? changeKind(was, is);
    await this.changes.insert(
      {
        ...{ id: newId('emc'), version: 0, employeeId: after.id, kind, before: was, after: is },
        effectiveOn: effectiveDay(kind, after.hiredOn, this.clock.today()),
        reason: written(cause.reason),
        changedBy: actorRef(cause.actor),
        recordedAt: this.clock.now(),
      },
      tx,
    );
    if (givesPower(was, is)) await this.security.note({ kind: 'POWER_GIVEN', at: this.clock.now(), employeeId: after.id }, tx);
    await this.outbox.add(employeeChanged(after), tx);
    // Who leaves for good is told of first; what he owned follows that.
    if (before?.active && after.active && mayOwnCustomers(before) && !mayOwnCustomers(after))
      await this.giveAway(after.id, this.clock.now(), tx);
  }

  /** The customers of somebody who sells no more get other owners. */
  async giveAway(employeeId: string, leftAt: Date, tx: Tx): Promise<void> {
    await this.handoffs.send('transfer-portfolio', { subject: employeeId, data: { employeeId, leftAt: leftAt.toISOString() } }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { requireOpenDay } from '../../domain/team/work-log.js';
import type { WorkEntry, WorkLog } from '../../domain/team/work-log.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { WorkLogs } from '../../persistence/team/team.repository.js';

/** Finds or opens the log of a person and day, and sees that what it names is his. */
@Injectable()
export class WorkLogDesk {
  constructor(
    readonly logs: WorkLogs,
    private readonly customers: Customers,
    private readonly leads: Leads,
    private readonly applications: Applications,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** The log of a day that may still be written on; not saved yet when it is new. Throws DomainError WORK_LOG_DAY. */
  async open(employeeId: string, day: LocalDate, tx: Tx): Promise<WorkLog> {
    const today = this.clock.today();
    requireOpenDay(day, today, await this.parameters.number('work-log.late-days', today));
    const found = await this.logs.ofDay(employeeId, day, tx);
    const empty = { entries: [], summary: null, tomorrow: null, handedInAt: null, review: null };
    return found ?? { id: newId('log'), version: 0, employeeId, day, ...empty };
  }

  keep(log: WorkLog, tx: Tx): Promise<WorkLog> {
    return log.version === 0 ? this.logs.insert(log, tx) : this.logs.save(log, tx);
  }

  /** Throws DomainError NOT_FOUND for what is not there or not his. */
  async requireSubjects(actor: Actor, about: Pick<WorkEntry, 'customerId' | 'leadId' | 'applicationId'>, tx: Tx): Promise<void> {
    const { customerId, leadId, applicationId } = about;
    if (customerId) requireInScope(actor, (await this.customers.get(customerId, tx)).ownerId, { noun: 'customer', id: customerId });
    if (leadId) requireInScope(actor, (await this.leads.get(leadId, tx)).salespersonId, { noun: 'lead', id: leadId });
    if (applicationId) {
      const { salespersonId } = await this.applications.get(applicationId, tx);
      requireInScope(actor, salespersonId, { noun: 'application', id: applicationId });
    }
  }
}

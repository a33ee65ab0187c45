import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import type { Lead } from '../../src/domain/enquiry/lead.js';
import { Leads } from '../../src/persistence/acquisition/lead.repository.js';
import { RegisterCustomer } from '../../src/use-cases/customer/register-customer.use-case.js';
import { CreateLead } from '../../src/use-cases/enquiry/create-lead.use-case.js';
import type { CreateLeadRequest } from '../../src/use-cases/enquiry/create-lead.use-case.js';
import type { SalesDesk } from './desk.builder.js';
import { residentId } from './story.builder.js';

let numbers = 0;

/** A mobile number that nobody has yet. */
export const freshPhone = (): string => `139${String(++numbers).padStart(8, '0')}`;

/** How prospects come in, through the use cases. */
export class Intake {
  constructor(readonly desk: SalesDesk) {}

  /** Salespeople as hr's events would make them known, in the order of their ids. */
  async salespeople(count: number): Promise<EmployeeActor[]> {
    const people = Array.from({ length: count }, () => person('sales', 'salesperson'));
    await seedPeople(this.desk.platform, people);
    return [...people].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
  }

  /** An online lead of the seller, unless the change or the actor says otherwise. */
  lead(change: Partial<CreateLeadRequest> = {}, as = this.desk.seller): Promise<string> {
    const source = change.channel ? {} : { onlineSource: 'WEBSITE' as const };
    return this.desk.get(CreateLead).execute(as, { channel: 'ONLINE', ...source, contactName: '王先生', ...change });
  }

  /** A lead that waits for the manager. */
  waiting(change: Partial<CreateLeadRequest> = {}): Promise<string> {
    return this.lead({ assign: 'LATER', ...change }, this.desk.manager);
  }

  /** The customer that a lead becomes. */
  customer(leadId: string | null, as = this.desk.seller): Promise<string> {
    const identity = {
      type: 'INDIVIDUAL' as const,
      name: '王小明',
      residentId: residentId(),
      phone: freshPhone(),
      address: '北京市朝阳区某路 1 号',
    };
    return this.desk.get(RegisterCustomer).execute(as, { identity, leadId });
  }

  read(leadId: string): Promise<Lead> {
    return this.desk.platform.work.run({ actor: this.desk.seller, operation: 'read' }, (tx) => this.desk.get(Leads).get(leadId, tx));
  }

  day(offset: number): LocalDate {
    return addDays(this.desk.platform.clock.today(), offset);
  }

  unknown = newId('led');
}

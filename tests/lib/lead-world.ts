// What the rows of a file of leads may name, put on file as people put it there.
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { AddPartner } from '@weilend/sales-service/use-cases/enquiry/add-partner.use-case.js';
import { CreateActivity } from '@weilend/sales-service/use-cases/enquiry/create-activity.use-case.js';
import { CreateLead } from '@weilend/sales-service/use-cases/enquiry/create-lead.use-case.js';
import { EndPartner } from '@weilend/sales-service/use-cases/enquiry/end-partner.use-case.js';
import { RegisterCustomer } from '@weilend/sales-service/use-cases/customer/register-customer.use-case.js';
import { identityOf } from '../stories/lib/identities.ts';
import type { LeadWorld } from './lead-file.ts';
import { SALES } from './sales-books.ts';
import type { SalesBooks } from './sales-books.ts';

const PEOPLE = ['partner', 'ended partner', 'customer'] as const;

export async function seedLeadWorld(books: SalesBooks, manager: EmployeeActor): Promise<LeadWorld> {
  const { work, directory, clock } = books.platform;
  const today = clock.today();
  const [partner, ended, customer] = PEOPLE.map((seed) => identityOf(seed, { ageInYears: 40, bureau: 'SOUND', today }));
  if (!partner || !ended || !customer) throw new Error('nobody to name');
  const salespersonId = newId('emp');
  await work.run({ actor: SALES, operation: 'seed-people' }, (tx) =>
    directory.apply(
      { employeeId: salespersonId, department: 'sales', roles: ['salesperson'], managerId: manager.employeeId, active: true },
      tx,
    ),
  );
  await books.get(AddPartner).execute(manager, { name: partner.businessName, creditCode: partner.creditCode });
  const endedId = await books.get(AddPartner).execute(manager, { name: `${ended.businessName}（已终止）`, creditCode: ended.creditCode });
  await books.get(EndPartner).execute(manager, { partnerId: endedId });
  await books.get(CreateActivity).execute(manager, { kind: 'FAIR', name: '春季展会', heldOn: today, cost: 100_000 });
  await books.get(CreateLead).execute(manager, { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '旧线索', phone: '15000000001' });
  const { name, residentId, address } = customer;
  await books.get(RegisterCustomer).execute(manager, { identity: { type: 'INDIVIDUAL', name, residentId, phone: '15000000002', address } });
  return {
    ...{ partner: partner.creditCode, endedPartner: `${ended.businessName}（已终止）`, activity: '春季展会', referrer: residentId },
    ...{ salespersonId, leadPhone: '15000000001', customerPhone: '15000000002' },
  };
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { isSameProgress, noProgress, progressByLead } from '../../domain/acquisition/lead-progress.js';
import type { LoanApplication } from '../../domain/application/application.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { ReferralLedger } from './referral-ledger.js';

/** Writes on the leads of a customer how far his applications came, and keeps the credit of who sent him; saying it twice changes nothing. */
@Injectable()
export class LeadMilestones {
  constructor(
    private readonly leads: Leads,
    private readonly applications: Applications,
    private readonly customers: Customers,
    private readonly referrals: ReferralLedger,
  ) {}

  /** After an application of the customer was handed in, decided, signed, paid out or taken back. */
  async follow(customerId: string, tx: Tx): Promise<void> {
    const leads = await this.leads.ofCustomer(customerId, tx);
    if (leads.length === 0) return;
    const applications = await this.applications.ofCustomer(customerId, tx);
    const progress = progressByLead(leads, applications);
    for (const lead of leads) {
      const reached = progress.get(lead.id) ?? noProgress;
      if (!isSameProgress(lead.progress, reached)) await this.leads.save({ ...lead, progress: reached }, tx);
    }
    await this.referral(customerId, leads, applications, tx);
  }

  private async referral(customerId: string, leads: readonly Lead[], applications: readonly LoanApplication[], tx: Tx): Promise<void> {
    if (!leads.some((lead) => lead.referrerId !== null)) return;
    const customer = await this.customers.find(customerId, tx);
    const lead = leads.find((one) => one.id === customer?.leadId && one.referrerId !== null);
    if (customer && lead) await this.referrals.settle(customer, lead, applications, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { firstLoan, isSameIdentity, owedEvent, step } from '../../domain/acquisition/referral.js';
import type { ReferralCredit, ReferralReward } from '../../domain/acquisition/referral.js';
import type { LoanApplication } from '../../domain/application/application.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { ReferralBars, ReferralCredits } from '../../persistence/acquisition/referral.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

/** Keeps the credit for a referral as the loans of the customer who was sent say it should be, however often and in whatever order they are told. */
@Injectable()
export class ReferralLedger {
  constructor(
    private readonly credits: ReferralCredits,
    private readonly bars: ReferralBars,
    private readonly customers: Customers,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** `lead` is the one by which the customer was registered. */
  async settle(customer: Customer, lead: Lead, applications: readonly LoanApplication[], tx: Tx): Promise<void> {
    const loan = firstLoan(applications);
    const known = await this.credits.forCustomer(customer.id, tx);
    const event = owedEvent(known?.state ?? null, loan !== null);
    if (event === null) return;
    const taken = { event, loanId: loan?.loanId ?? null, by: null, note: null, at: this.clock.now() };
    if (known) await this.credits.save(step(known, taken), tx);
    else if (loan && lead.referrerId !== null && (await this.mayEarn(lead.referrerId, customer, tx)))
      await this.credits.insert(await this.earned(lead.referrerId, { lead, earnedOn: loan.disbursedOn, taken }), tx);
  }

  private async mayEarn(referrerId: string, customer: Customer, tx: Tx): Promise<boolean> {
    const referrer = await this.customers.find(referrerId, tx);
    if (!referrer || isSameIdentity(referrer, customer)) return false;
    return (await this.bars.find(referrerId, tx)) === null;
  }

  private async earned(
    referrerId: string,
    of: { lead: Lead; earnedOn: LocalDate; taken: ReferralCredit['steps'][number] },
  ): Promise<ReferralCredit> {
    const { lead, earnedOn, taken } = of;
    const { kind, amount } = await this.parameters.json<ReferralReward>('referral.reward', earnedOn);
    const who = { referrerId, customerId: lead.customerId ?? '', leadId: lead.id };
    return { id: newId('rfc'), version: 0, state: 'earned', ...who, kind, amount, earnedOn, steps: [taken] };
  }
}

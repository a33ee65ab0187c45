import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { convert } from '../../domain/acquisition/lead-steps.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { checkIdentity } from '../../domain/customer/customer.js';
import type { IdentityClaim } from '../../domain/customer/customer.js';
import type { IdentityOverride } from '../../domain/customer/identity-override.js';
import { completenessOf, emptyProfile, mergeProfile } from '../../domain/customer/profile.js';
import type { ProfileChange } from '../../domain/customer/profile.js';
import { nextVisitOn } from '../../domain/customer/service-plan.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { isManager, requireInScope } from '../../persistence/sales-scope.js';
import { CustomerStanding } from '../grading/customer-standing.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { PortfolioDesk } from './portfolio-desk.js';

export interface NewFile {
  readonly id: string;
  readonly claim: IdentityClaim;
  readonly profile: ProfileChange;
  readonly overrides: readonly IdentityOverride[];
  readonly leadId: string | null;
  readonly ownerId: string;
}

/** Makes the file of a new customer: whose it is, how complete it is, its first grade and its first visit. */
@Injectable()
export class CustomerOpening {
  constructor(
    private readonly standing: CustomerStanding,
    private readonly deadlines: WorkingDeadlines,
    private readonly portfolio: PortfolioDesk,
    private readonly leads: Leads,
    private readonly clock: BusinessClock,
  ) {}

  /** Who registers owns; the manager may name a salesperson. Throws DomainError OWNER_NOT_YOURS or NOT_A_SALESPERSON. */
  async ownerOf(actor: Actor, named: string | null, tx: Tx): Promise<string> {
    const self = employeeIdOf(actor);
    if (named === null || named === self) return self;
    if (!isManager(actor)) throw new DomainError('OWNER_NOT_YOURS', {}, 'ownerId');
    await this.portfolio.requireColleague(named, tx, 'ownerId');
    return named;
  }

  async open(file: NewFile, tx: Tx): Promise<Customer> {
    const today = this.clock.today();
    const { id, claim, overrides, leadId, ownerId } = file;
    const { birthDate: _inTheNumber, ...identity } = checkIdentity(claim, today, overrides);
    const profile = mergeProfile(emptyProfile, file.profile);
    const customer: Customer = {
      ...{ id, version: 0, ...identity, ownerId, leadId, registeredOn: today, profile, overrides },
      filedAt: completenessOf(identity.type, profile).percent === 100 ? this.clock.now() : null,
      ...{ consents: [], cards: [], corrections: [], grades: [], lateLoans: [], merged: null, merges: [], regradeDueOn: null },
      nextVisitOn: nextVisitOn(null, today, await this.deadlines.visitIntervals(today)),
      owners: [{ ownerId, since: today, reason: 'registered' }],
    };
    return this.standing.graded(customer, 'REGISTERED', tx);
  }

  /** The lead that the customer came from has led to him, once. */
  async convertLead(actor: Actor, leadId: string, customerId: string, tx: Tx): Promise<void> {
    const lead = await this.leads.get(leadId, tx);
    requireInScope(actor, lead.salespersonId, { noun: 'lead', id: leadId });
    await this.leads.save(convert(lead, customerId, this.clock.now()), tx);
  }
}

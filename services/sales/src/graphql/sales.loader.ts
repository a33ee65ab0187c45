import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ReturnVisit } from '../domain/after-loan/return-visit.js';
import type { Lead } from '../domain/enquiry/lead.js';
import type { Proposal } from '../domain/enquiry/proposal.js';
import type { Activity, Partner } from '../domain/enquiry/source.js';
import { ApplicationQueries } from '../queries/application.queries.js';
import type { ApplicationView } from '../queries/application.queries.js';
import { ContractQueries } from '../queries/contract.queries.js';
import type { ContractView } from '../queries/contract.queries.js';
import { CustomerQueries } from '../queries/customer.queries.js';
import type { CustomerView } from '../queries/customer.queries.js';
import { EnquiryQueries } from '../queries/enquiry.queries.js';
import type { EnquiryView } from '../queries/enquiry.queries.js';

@Injectable()
export class CustomerLoader extends EntityLoader<CustomerView> {
  readonly typeName = 'Customer';

  constructor(private readonly queries: CustomerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly CustomerView[]> {
    return this.queries.byIds(ids, actor);
  }
}

@Injectable()
export class LeadLoader extends EntityLoader<Lead> {
  readonly typeName = 'Lead';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Lead[]> {
    return this.queries.leadsByIds(ids, actor);
  }
}

@Injectable()
export class EnquiryLoader extends EntityLoader<EnquiryView> {
  readonly typeName = 'Enquiry';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly EnquiryView[]> {
    return this.queries.enquiriesByIds(ids, actor);
  }
}

@Injectable()
export class ProposalLoader extends EntityLoader<Proposal> {
  readonly typeName = 'Proposal';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Proposal[]> {
    return this.queries.proposalsByIds(ids, actor);
  }
}

@Injectable()
export class LoanApplicationLoader extends EntityLoader<ApplicationView> {
  readonly typeName = 'LoanApplication';

  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ApplicationView[]> {
    return this.queries.byIds(ids, actor);
  }
}

@Injectable()
export class LoanContractLoader extends EntityLoader<ContractView> {
  readonly typeName = 'LoanContract';

  constructor(private readonly queries: ContractQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ContractView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The partner of a lead; not referred to by other departments. */
@Injectable()
export class PartnerLoader extends EntityLoader<Partner> {
  readonly typeName = 'SalesPartner';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Partner[]> {
    return this.queries.partnersByIds(ids);
  }
}

/** The activity of a lead; not referred to by other departments. */
@Injectable()
export class ActivityLoader extends EntityLoader<Activity> {
  readonly typeName = 'SalesActivity';

  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly Activity[]> {
    return this.queries.activitiesByIds(ids);
  }
}

/** The contracts of an application, latest draft first. */
@Injectable()
export class ContractsOfApplication extends ListLoader<ContractView> {
  constructor(private readonly queries: ContractQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ContractView])[]> {
    return (await this.queries.ofApplications(ids, actor)).map((one) => [one.applicationId, one] as const);
  }
}

/** The applications of a customer, newest first. */
@Injectable()
export class ApplicationsOfCustomer extends ListLoader<ApplicationView> {
  constructor(private readonly queries: ApplicationQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ApplicationView])[]> {
    return (await this.queries.ofCustomers(ids, actor)).map((one) => [one.customerId, one] as const);
  }
}

/** The return visits to a customer, newest first. */
@Injectable()
export class VisitsOfCustomer extends ListLoader<ReturnVisit> {
  constructor(private readonly queries: CustomerQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, ReturnVisit])[]> {
    return (await this.queries.visitsOf(ids)).map((one) => [one.customerId, one] as const);
  }
}

/** The proposals made on an enquiry, newest first. */
@Injectable()
export class ProposalsOfEnquiry extends ListLoader<Proposal> {
  constructor(private readonly queries: EnquiryQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, Proposal])[]> {
    return (await this.queries.proposalsOf(ids, actor)).map((one) => [one.enquiryId, one] as const);
  }
}

/** Loaders that resolve references from other departments. */
export const entityLoaders = [CustomerLoader, LeadLoader, EnquiryLoader, ProposalLoader, LoanApplicationLoader, LoanContractLoader];

/** Loaders that only our own fields use. */
export const ownLoaders = [
  PartnerLoader,
  ActivityLoader,
  ContractsOfApplication,
  ApplicationsOfCustomer,
  VisitsOfCustomer,
  ProposalsOfEnquiry,
];

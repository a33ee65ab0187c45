import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import type { EnquiryView } from '../../queries/enquiry/enquiry.queries.js';

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

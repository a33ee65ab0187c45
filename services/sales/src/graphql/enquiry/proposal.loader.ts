import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ProposalQueries } from '../../queries/enquiry/proposal.queries.js';
import type { ProposalView } from '../../queries/enquiry/proposal.queries.js';

@Injectable()
export class ProposalLoader extends EntityLoader<ProposalView> {
  readonly typeName = 'Proposal';

  constructor(private readonly queries: ProposalQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ProposalView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The proposals made on an enquiry, newest first. */
@Injectable()
export class ProposalsOfEnquiry extends ListLoader<ProposalView> {
  constructor(private readonly queries: ProposalQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ProposalView])[]> {
    return (await this.queries.ofEnquiries(ids, actor)).map((one) => [one.enquiryId, one] as const);
  }
}

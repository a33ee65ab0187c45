import { Injectable } from '@nestjs/common';
import type { Paper } from '@weilend/documents';
import { businessDateOf } from '@weilend/kernel';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { DisclosureQueries } from './disclosure.queries.js';
import { proposalPaper } from './proposal-paper.js';
import { ProposalQueries } from './proposal.queries.js';

/** Proposals as papers, with the disclosure of their day printed on them [4.3, 7.9]. */
@Injectable()
export class ProposalPapers {
  constructor(
    private readonly proposals: ProposalQueries,
    private readonly disclosures: DisclosureQueries,
  ) {}

  async paperOf(proposal: Proposal): Promise<Paper> {
    const { productId, productVersion, disclosure, createdAt } = proposal;
    const names = await this.proposals.namesOf([proposal]);
    const text = await this.disclosures.inForce(businessDateOf(disclosure?.at ?? createdAt));
    return proposalPaper(proposal, { productName: names.get(`${productId} ${productVersion}`) ?? productId, disclosure: text });
  }
}

import { newId } from '@weilend/kernel';
import type { Proposal } from '../../src/domain/enquiry/proposal.js';
import { Proposals } from '../../src/persistence/enquiry/enquiry.repository.js';
import { CreateProposal } from '../../src/use-cases/enquiry/create-proposal.use-case.js';
import { OpenEnquiry } from '../../src/use-cases/enquiry/open-enquiry.use-case.js';
import { RespondToEnquiry } from '../../src/use-cases/enquiry/respond-to-enquiry.use-case.js';
import { PRODUCT } from './story.builder.js';
import type { Story } from './story.builder.js';

export const NEEDS = { purpose: 'EQUIPMENT', amount: 1_000_000, termMonths: 12, method: 'EQUAL_INSTALMENT' };

/** From the first word of a customer to a priced proposal, each through the use cases or the inbox. */
export class Enquiring {
  constructor(private readonly story: Story) {}

  async enquiry(customerId?: string): Promise<string> {
    const { desk } = this.story;
    return desk.get(OpenEnquiry).execute(desk.seller, { customerId: customerId ?? (await this.story.customer()) });
  }

  async known(customerId?: string): Promise<string> {
    const { desk } = this.story;
    return desk.get(RespondToEnquiry).execute(desk.seller, { enquiryId: await this.enquiry(customerId), productIds: [PRODUCT], ...NEEDS });
  }

  /** Priced by finance; `change` says what is different about it. */
  async quoted(enquiryId: string, change: Partial<Proposal> = {}): Promise<string> {
    const { desk } = this.story;
    const proposalId = await desk.get(CreateProposal).execute(desk.seller, { enquiryId, productId: PRODUCT });
    await this.price(proposalId);
    await this.story.write(async (tx) => {
      const proposals = desk.get(Proposals);
      await proposals.save({ ...(await proposals.get(proposalId, tx)), ...change }, tx);
    });
    return proposalId;
  }

  async price(proposalId: string): Promise<void> {
    const { inbox, source } = this.story.desk;
    const terms = { quoteId: newId('quo'), method: 'EQUAL_INSTALMENT' as const, termsHash: 'a'.repeat(64), firstInstalmentFen: 88_849 };
    const price = { totalInterestFen: 66_185, totalFeesFen: 0, annualCostCompound: '0.126825', withinCap: true };
    await inbox.receive(source.event('finance.quote-issued.v1', proposalId, { proposalId, quotes: [{ ...terms, ...price }] }));
  }

  proposal(id: string): Promise<Proposal> {
    return this.story.read((tx) => this.story.desk.get(Proposals).get(id, tx));
  }
}

import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { ProposalPapers } from '../enquiry/proposal-papers.queries.js';
import { ProposalQueries } from '../enquiry/proposal.queries.js';
import { contractPaper } from './contract-paper.js';
import { ContractQueries } from './contract.queries.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'sales' };

/** Contracts and proposals as PDFs, made when they are read. */
@Injectable()
export class SalesPapers extends MadeFiles {
  constructor(
    private readonly contracts: ContractQueries,
    private readonly proposals: ProposalQueries,
    private readonly proposalPapers: ProposalPapers,
  ) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    const paper = await this.paperOf(fileId);
    if (!paper) return null;
    return { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }

  private async paperOf(fileId: string): Promise<Paper | null> {
    if (isId('con', fileId)) {
      const [contract] = await this.contracts.byIds([fileId], HOLDER);
      return contract ? contractPaper(contract) : null;
    }
    if (!isId('prp', fileId)) return null;
    const [proposal] = await this.proposals.byIds([fileId], HOLDER);
    return proposal ? this.proposalPapers.paperOf(proposal) : null;
  }
}

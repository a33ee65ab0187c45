import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { ProposalPapers } from '../enquiry/proposal-papers.queries.js';
import { ProposalQueries } from '../enquiry/proposal.queries.js';
import { ImportErrorFile } from '../import/import-error-file.js';
import { amendmentPaper } from './amendment-paper.js';
import { AmendmentQueries } from './amendment.queries.js';
import { contractPaper } from './contract-paper.js';
import { ContractQueries } from './contract.queries.js';
import { signingRecordPaper } from './signing-record-paper.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'sales' };

const RECORD = '-record';

/** Proposals, contracts, their signing records and supplementary agreements as PDFs, what is wrong with imported files as CSV; made when they are read. */
@Injectable()
export class SalesPapers extends MadeFiles {
  constructor(
    private readonly contracts: ContractQueries,
    private readonly amendments: AmendmentQueries,
    private readonly proposals: ProposalQueries,
    private readonly proposalPapers: ProposalPapers,
    private readonly importErrors: ImportErrorFile,
  ) {
    super();
  }

  /** The file id of the signing record of a contract. */
  static recordOf(contractId: string): string {
    return `${contractId}${RECORD}`;
  }

  async make(fileId: string): Promise<MadeFile | null> {
    if (isId('imp', fileId)) return this.importErrors.make(fileId, HOLDER);
    const paper = await this.paperOf(fileId);
    return paper && { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }

  private async paperOf(fileId: string): Promise<Paper | null> {
    if (isId('prp', fileId)) {
      const [proposal] = await this.proposals.byIds([fileId], HOLDER);
      return proposal ? this.proposalPapers.paperOf(proposal) : null;
    }
    if (isId('amd', fileId)) {
      const [amendment] = await this.amendments.byIds([fileId], HOLDER);
      if (!amendment) return null;
      const [contract] = await this.contracts.byIds([amendment.contractId], HOLDER);
      return amendmentPaper(amendment, contract?.number ?? amendment.contractId);
    }
    return this.contractPaperOf(fileId);
  }

  private async contractPaperOf(fileId: string): Promise<Paper | null> {
    const contractId = fileId.endsWith(RECORD) ? fileId.slice(0, -RECORD.length) : fileId;
    if (!isId('con', contractId)) return null;
    const [contract] = await this.contracts.byIds([contractId], HOLDER);
    if (!contract) return null;
    return contractId === fileId ? contractPaper(contract) : signingRecordPaper(contract);
  }
}

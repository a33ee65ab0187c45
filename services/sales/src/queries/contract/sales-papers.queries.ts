import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { ImportErrorFile } from '../import/import-error-file.js';
import { contractPaper } from './contract-paper.js';
import { ContractQueries } from './contract.queries.js';

/** Who asks has shown a signed address, which was given to somebody who may read the contract. */
const HOLDER: Actor = { kind: 'service', service: 'sales' };

/** Contracts as PDFs and what is wrong with imported files as CSV, made when they are read. */
@Injectable()
export class SalesPapers extends MadeFiles {
  constructor(
    private readonly contracts: ContractQueries,
    private readonly importErrors: ImportErrorFile,
  ) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    if (isId('imp', fileId)) return this.importErrors.make(fileId, HOLDER);
    if (!isId('con', fileId)) return null;
    const [contract] = await this.contracts.byIds([fileId], HOLDER);
    if (!contract) return null;
    const paper = contractPaper(contract);
    return { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }
}

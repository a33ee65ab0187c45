import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { PriceQueries } from '../price.queries.js';
import { ReceiptQueries } from '../receipt.queries.js';
import { costSheetPaper } from './cost-sheet-paper.js';
import { receiptPaper } from './receipt-paper.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'finance' };

/** The papers of finance as PDFs, made when they are read: the same facts are the same bytes. */
@Injectable()
export class FinancePapers extends MadeFiles {
  constructor(
    private readonly prices: PriceQueries,
    private readonly receipts: ReceiptQueries,
  ) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    const paper = await this.paperOf(fileId);
    if (!paper) return null;
    return { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }

  private async paperOf(fileId: string): Promise<Paper | null> {
    if (isId('cst', fileId)) {
      const [sheet] = await this.prices.sheetsByIds([fileId], HOLDER);
      return sheet ? costSheetPaper(sheet) : null;
    }
    if (!isId('rpm', fileId)) return null;
    const [receipt] = await this.receipts.byRepaymentIds([fileId], HOLDER);
    return receipt ? receiptPaper(receipt) : null;
  }
}

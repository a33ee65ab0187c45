import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import type { Paper } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { BonusPapers } from './bonus/bonus-papers.queries.js';
import { HonourPapers } from './honour/honour-papers.queries.js';

/** Who asks has shown a signed address, which was given to somebody who may read the paper. */
const HOLDER: Actor = { kind: 'service', service: 'hr' };

/** What hr hands out as PDFs, made when they are read. */
@Injectable()
export class HrPapers extends MadeFiles {
  constructor(
    private readonly bonuses: BonusPapers,
    private readonly honours: HonourPapers,
  ) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    const paper = await this.paperOf(fileId);
    return paper && { fileName: `${paper.title}-${fileId}.pdf`, contentType: 'application/pdf', bytes: await pdfOf(paper) };
  }

  private async paperOf(fileId: string): Promise<Paper | null> {
    if (isId('awd', fileId)) return this.honours.paperOf(fileId);
    return isId('bns', fileId) ? this.bonuses.paperOf(fileId, HOLDER) : null;
  }
}

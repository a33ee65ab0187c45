import { Injectable } from '@nestjs/common';
import { pdfOf } from '@weilend/documents';
import { MadeFiles } from '@weilend/files';
import type { MadeFile } from '@weilend/files';
import { isId } from '@weilend/kernel';
import { HONOUR_NAMES, honourCertificate, periodName } from './honour-certificate.js';
import { HonourQueries } from './honour.queries.js';

/** Certificates of awards as PDFs, made when they are read [5.9]. */
@Injectable()
export class HonourPapers extends MadeFiles {
  constructor(private readonly honours: HonourQueries) {
    super();
  }

  async make(fileId: string): Promise<MadeFile | null> {
    if (!isId('awd', fileId)) return null;
    const [award] = await this.honours.awardsByIds([fileId]);
    if (!award) return null;
    const fileName = `荣誉证书-${HONOUR_NAMES[award.honour]}-${periodName(award.period)}-${fileId}.pdf`;
    return { fileName, contentType: 'application/pdf', bytes: await pdfOf(honourCertificate(award)) };
  }
}

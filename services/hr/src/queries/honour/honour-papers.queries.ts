import { Injectable } from '@nestjs/common';
import type { Paper } from '@weilend/documents';
import { honourCertificate } from './honour-certificate.js';
import { HonourQueries } from './honour.queries.js';

/** Certificates of awards, made when they are read [5.9]. */
@Injectable()
export class HonourPapers {
  constructor(private readonly honours: HonourQueries) {}

  async paperOf(awardId: string): Promise<Paper | null> {
    const [award] = await this.honours.awardsByIds([awardId]);
    return award ? honourCertificate(award) : null;
  }
}

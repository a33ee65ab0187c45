import { Injectable } from '@nestjs/common';
import { quarterOf, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { Standing } from '../../domain/career/standing.js';
import { oldestQuarter } from '../../domain/promotion/eligibility.js';
import type { PromotionFacts } from '../../domain/promotion/eligibility.js';
import { AppraisalRecord } from '../career/appraisal-record.repository.js';

/** Everything that the eligibility of some people is decided on, in three questions whatever their number [5.7]. */
@Injectable()
export class PromotionFactsReader {
  constructor(private readonly record: AppraisalRecord) {}

  async of(standings: readonly Pick<Standing, 'id' | 'level' | 'since'>[], today: LocalDate, tx?: Tx): Promise<PromotionFacts[]> {
    const ids = standings.map(({ id }) => id);
    const from = oldestQuarter(today);
    const sheets = await this.record.closedOf(ids, from, tx);
    const severe = await this.record.severeOf(ids, { from, to: quarterOf(today) }, tx);
    const trained = await this.record.trainedOf(ids, quarterRange(from).from, tx);
    return standings.map(({ id, level, since }) => ({
      ...{ employeeId: id, level, since },
      ...{ sheets: sheets.get(id) ?? [], severe: severe.get(id) ?? [], trained: trained.get(id) ?? [] },
    }));
  }
}

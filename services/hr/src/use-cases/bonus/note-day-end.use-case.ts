import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { ToldDays } from '../../persistence/bonus/told-day.repository.js';
import { DueWork } from '../due-work.js';

/** Finance has ended a business day: until then everything that became of the loans is told, and deferred bonuses may go [4.19, 5.6]. */
@Injectable()
export class NoteDayEnd {
  constructor(
    private readonly days: ToldDays,
    private readonly dueWork: DueWork,
  ) {}

  async apply({ businessDate }: EventData<'finance.day-ended.v1'>, tx: Tx): Promise<void> {
    await this.days.note(parseLocalDate(businessDate), tx);
    tx.afterCommit(() => this.dueWork.happened('day-ended'));
  }
}

import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { parseLocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { ToldDays } from '../../persistence/bonus/told-day.repository.js';

/** Finance has ended a business day: until then everything that became of the loans is told [4.19, 5.6]. */
@Injectable()
export class NoteDayEnd {
  constructor(private readonly days: ToldDays) {}

  apply({ businessDate }: EventData<'finance.day-ended.v1'>, tx: Tx): Promise<void> {
    return this.days.note(parseLocalDate(businessDate), tx);
  }
}

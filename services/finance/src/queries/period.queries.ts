import { Injectable } from '@nestjs/common';
import { PeriodClosings } from '../persistence/period-closing.repository.js';
import type { PeriodClosingRow } from '../persistence/period-closing.repository.js';

export type { PeriodClosingRow };

const MONTHS_SHOWN = 120;

/** Months that are closed or being closed. */
@Injectable()
export class PeriodQueries {
  constructor(private readonly closings: PeriodClosings) {}

  newest(first: number): Promise<readonly PeriodClosingRow[]> {
    return this.closings.list(Math.max(1, Math.min(first, MONTHS_SHOWN)));
  }

  async of(month: string): Promise<PeriodClosingRow | null> {
    return (await this.closings.list(MONTHS_SHOWN)).find((row) => row.month === month) ?? null;
  }
}

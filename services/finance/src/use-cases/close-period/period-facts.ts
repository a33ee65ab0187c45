import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { BooksStanding } from '../../domain/ledger/period.js';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { LedgerChecks } from '../../persistence/ledger-check.repository.js';
import { Ledger } from '../../persistence/ledger.repository.js';
import { PeriodClosings } from '../../persistence/period-closing.repository.js';

/** How the books stand, for who wants to close a month. */
@Injectable()
export class PeriodFacts {
  constructor(
    private readonly closings: PeriodClosings,
    private readonly ledger: Ledger,
    private readonly dayEnds: DayEnds,
    private readonly checks: LedgerChecks,
    private readonly clock: BusinessClock,
  ) {}

  async now(tx: Tx): Promise<BooksStanding> {
    const day = await this.dayEnds.newestClosed(tx);
    return {
      today: this.clock.today(),
      newest: await this.closings.newest(tx),
      firstEntryOn: await this.ledger.firstBusinessDate(tx),
      lastClosedDay: day?._id ?? null,
      setAside: day ? await this.dayEnds.setAsideOn(day._id, tx) : 0,
      check: await this.checks.newestFull(tx),
      latest: await this.checks.newest(tx),
    };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { ServiceConfig } from '@weilend/service';
import { Ledger } from '../../persistence/ledger.repository.js';
import { PeriodClosings } from '../../persistence/period-closing.repository.js';
import type { PeriodClosingRow } from '../../persistence/period-closing.repository.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;

/** Takes the balances of a month that is being closed, once every booking that was under way has ended: they are what the month holds for good [7.3]. */
@Injectable()
export class FinishPeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly closings: PeriodClosings,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    @Inject(ServiceConfig) private readonly config: { readonly PERIOD_SETTLE_MS: number },
  ) {}

  /** The month that is closed now; null when none is being closed, or bookings may still be under way. */
  async execute(): Promise<string | null> {
    const begun = await this.closings.newest();
    if (begun?.state !== 'CLOSING' || !(await this.isSettled(begun))) return null;
    // Outside of the transaction, which may live shorter than a month takes to add up: nothing can be dated into the month any more.
    const accounts = await this.ledger.trialBalance(begun.through);
    return this.work.run({ actor: ACTOR, operation: 'close-period' }, async (tx) => {
      const newest = await this.closings.newest(tx);
      if (newest?._id !== begun._id) return null;
      const { month, from, through, by, begunAt, hash: prevHash } = begun;
      await this.closings.append({ month, from, through, by, begunAt, prevHash, state: 'CLOSED', accounts, at: this.clock.now() }, tx);
      return month;
    });
  }

  /** Transactions that began before the closing have ended by then: the database ends those that live longer. */
  private async isSettled({ begunAt }: PeriodClosingRow): Promise<boolean> {
    return (await this.database.now()).getTime() - begunAt.getTime() >= this.config.PERIOD_SETTLE_MS;
  }
}

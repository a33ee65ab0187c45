import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { checkClosable, periodOf } from '../../domain/ledger/period.js';
import { PeriodClosings } from '../../persistence/period-closing.repository.js';
import { PeriodFacts } from './period-facts.js';

export interface ClosePeriodRequest {
  readonly requestKey?: string | null;
  /** `2026-10`. */
  readonly month: string;
}

/**
 * Begins to close a month: from the commit of this act on, no transaction that begins can date an entry into it. The balances follow (`FinishPeriod`), once
 * bookings that had begun before cannot be under way any more [7.3].
 */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly closings: PeriodClosings,
    private readonly facts: PeriodFacts,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError PERIOD_INVALID, or why the month cannot be closed (`checkClosable`). */
  execute(actor: Actor, input: ClosePeriodRequest): Promise<string> {
    return this.work.once({ operation: 'close-period', actor, input }, async (tx) => {
      const period = periodOf(input.month);
      checkClosable(period, await this.facts.now(tx));
      const before = await this.closings.newest(tx);
      const step = { state: 'CLOSING', accounts: [], prevHash: before?.hash ?? null, by: actorRef(actor), at: this.clock.now() } as const;
      await this.closings.append({ ...period, ...step, begunAt: await this.database.now() }, tx);
      return period.month;
    });
  }
}

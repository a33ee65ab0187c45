import { Injectable } from '@nestjs/common';
import { actorRef, addMs, BusinessClock, DomainError, firstIdAt, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { firstStage, nightlyScope } from '../../domain/ledger/check-scope.js';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { LedgerChecks } from '../../persistence/ledger-check.repository.js';

/** Entries carry the time of the process that made them: more than clocks are apart and transactions live. */
const MARGIN_MS = 3_600_000;

/** Begins a check of the books; one at a time. */
@Injectable()
export class OpenCheck {
  constructor(
    private readonly database: Database,
    private readonly checks: LedgerChecks,
    private readonly dayEnds: DayEnds,
    private readonly clock: BusinessClock,
  ) {}

  /** After the end of a day: what has moved, and once a week everything. Throws DomainError LEDGER_CHECK_RUNNING. */
  async nightly(actor: Actor, on: LocalDate, tx: Tx): Promise<string> {
    const scope = nightlyScope(on, await this.checks.lastFullOn(tx));
    return this.open(actor, { on, scope, nightly: true }, tx);
  }

  /** Everything, as of the newest day that is closed. Throws DomainError LEDGER_CHECK_RUNNING. */
  async full(actor: Actor, tx: Tx): Promise<string> {
    const newest = await this.dayEnds.newestClosed(tx);
    return this.open(actor, { on: newest?._id ?? this.clock.today(), scope: 'ALL', nightly: false }, tx);
  }

  private async open(actor: Actor, of: { on: LocalDate; scope: 'CHANGED' | 'ALL'; nightly: boolean }, tx: Tx): Promise<string> {
    const running = await this.checks.running(tx);
    if (running) throw new DomainError('LEDGER_CHECK_RUNNING', { checkId: running._id });
    const last = await this.checks.newest(tx);
    const entriesAfter = last ? firstIdAt('jnl', addMs(last.readAt, -MARGIN_MS)) : '';
    const stage = firstStage(of.scope);
    const row = {
      ...{
        _id: newId('lck'),
        version: 1,
        ...of,
        state: 'RUNNING' as const,
        stage,
        cursor: stage === 'ENTRIES' ? entriesAfter : '',
        entriesAfter,
      },
      ...{ loans: 0, borrowers: 0, differences: 0, requestedBy: actorRef(actor) },
      ...{ startedAt: this.clock.now(), readAt: await this.database.now(), finishedAt: null },
    };
    await this.checks.open(row, tx);
    return row._id;
  }
}

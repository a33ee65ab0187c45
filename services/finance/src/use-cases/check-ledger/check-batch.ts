import { Injectable } from '@nestjs/common';
import { Leases, UnitOfWork } from '@weilend/mongo';
import type { Lease, Tx } from '@weilend/mongo';
import { periodDifferences, trialDifferences } from '../../domain/ledger/check-books.js';
import type { Difference } from '../../domain/ledger/check-books.js';
import { stageAfter } from '../../domain/ledger/check-scope.js';
import { LedgerChecks } from '../../persistence/ledger-check.repository.js';
import type { LedgerCheckRow } from '../../persistence/ledger-check.schema.js';
import { Ledger } from '../../persistence/ledger.repository.js';
import { BorrowerCheck } from './borrower-check.js';
import { LoanCheck } from './loan-check.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
/** Of one transaction: a fraction of a second, far below what the database lets a transaction live. */
const BATCH = { entries: 1_000, loans: 300, borrowers: 500 };
/** Behind every business date. */
const ALL_DAYS = '9999-12-31' as LedgerCheckRow['on'];

interface Looked {
  readonly loans: number;
  readonly borrowers: number;
  readonly differences: readonly Difference[];
  /** Last id that was looked at; null when the stage is over. */
  readonly last: string | null;
}

/**
 * Goes on with the check that is running, by one batch. What was looked at, what was found and how far the check is are written in the transaction that read
 * it, fenced by the lease: a check that dies is gone on with behind its last batch [7.3].
 */
@Injectable()
export class CheckBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: Leases,
    private readonly checks: LedgerChecks,
    private readonly loans: LoanCheck,
    private readonly borrowers: BorrowerCheck,
    private readonly ledger: Ledger,
  ) {}

  /** What was found new, or null when no check is running. */
  async execute(lease: Lease): Promise<readonly Difference[] | null> {
    const waiting = await this.checks.running();
    if (!waiting) return null;
    // Outside of the transaction: the whole ledger may take longer than a transaction lives, and every entry balances by itself.
    const whole = waiting.stage === 'LEDGER' ? await this.lookAtLedger(waiting) : [];
    return this.work.run({ actor: ACTOR, operation: 'check-ledger' }, async (tx) => {
      await this.leases.guard(lease, tx);
      const check = await this.checks.running(tx);
      if (check?._id !== waiting._id || check.stage !== waiting.stage) return [];
      const looked = check.stage === 'LEDGER' ? { loans: 0, borrowers: 0, differences: whole, last: null } : await this.look(check, tx);
      const next = looked.last === null ? stageAfter(check.stage, check.scope) : check.stage;
      const cursor = looked.last ?? (next === 'ENTRIES' ? check.entriesAfter : '');
      const progress = { stage: next ?? check.stage, cursor, loans: looked.loans, borrowers: looked.borrowers, finished: next === null };
      return this.checks.advance(check, progress, looked.differences, tx);
    });
  }

  private look(check: LedgerCheckRow, tx: Tx): Promise<Looked> {
    if (check.stage === 'ENTRIES') return this.lookAtEntries(check.cursor, tx);
    return check.stage === 'LOANS' ? this.lookAtLoans(check.cursor, tx) : this.lookAtBorrowers(check.cursor, tx);
  }

  /** Debits against credits, and in a check of everything the newest closed month against its entries. */
  private async lookAtLedger({ scope }: LedgerCheckRow): Promise<readonly Difference[]> {
    const closed = scope === 'ALL' ? await this.ledger.newestClosed() : null;
    const periods = closed ? periodDifferences(closed, await this.ledger.turnover(closed.through)) : [];
    return [...trialDifferences(await this.ledger.trialBalance(ALL_DAYS)), ...periods];
  }

  /** Loans that have moved, by their new entries. */
  private async lookAtEntries(cursor: string, tx: Tx): Promise<Looked> {
    const entries = await this.ledger.chainsAfter(cursor, BATCH.entries, tx);
    // Chains of bonuses are no loans'.
    const streams = [...new Set(entries.map((entry) => entry.stream))].filter((stream) => !stream.startsWith('bop_'));
    const { loans, customerIds, differences } = await this.loans.ofStreams(streams, tx);
    const owed = await this.borrowers.of(customerIds, tx);
    return { loans, borrowers: customerIds.length, differences: [...differences, ...owed], last: entries.at(-1)?.id ?? null };
  }

  private async lookAtLoans(cursor: string, tx: Tx): Promise<Looked> {
    const { loans, customerIds, differences, last } = await this.loans.after(cursor, BATCH.loans, tx);
    return { loans, borrowers: 0, differences: [...differences, ...(await this.borrowers.of(customerIds, tx))], last };
  }

  private async lookAtBorrowers(cursor: string, tx: Tx): Promise<Looked> {
    const customerIds = await this.borrowers.after(cursor, BATCH.borrowers, tx);
    return {
      loans: 0,
      borrowers: customerIds.length,
      differences: await this.borrowers.of(customerIds, tx),
      last: customerIds.at(-1) ?? null,
    };
  }
}

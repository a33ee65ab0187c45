import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CheckSignal } from './check-signal.js';
import { OpenCheck } from './open-check.js';

export interface CheckLedgerRequest {
  readonly requestKey?: string | null;
}

/** Begins a check of the whole books because somebody asks for it; the work itself is the job's [7.3]. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly work: UnitOfWork,
    private readonly check: OpenCheck,
    private readonly signal: CheckSignal,
  ) {}

  /** Throws DomainError LEDGER_CHECK_RUNNING. */
  async execute(actor: Actor, input: CheckLedgerRequest): Promise<string> {
    const checkId = await this.work.once({ operation: 'check-ledger', actor, input }, (tx) => this.check.full(actor, tx));
    this.signal.started();
    return checkId;
  }
}

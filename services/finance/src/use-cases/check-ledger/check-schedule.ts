import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { DayEnds } from '../../persistence/day-end.repository.js';
import { LedgerChecks } from '../../persistence/ledger-check.repository.js';
import { OpenCheck } from './open-check.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
/** Somebody else was faster: nothing to do now. */
const NOTHING_TO_DO = ['LEDGER_CHECK_RUNNING', 'CHANGED_MEANWHILE'];
const DUPLICATE_KEY = 11_000;

/** The books are checked after every day end without anybody asking; of days that were caught up together only the last one is checked. */
@Injectable()
export class CheckSchedule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dayEnds: DayEnds,
    private readonly checks: LedgerChecks,
    private readonly check: OpenCheck,
  ) {}

  async beginMissed(): Promise<void> {
    const newest = await this.dayEnds.newest();
    if (newest?.state !== 'CLOSED' || (await this.checks.running()) || (await this.checks.wasNightlyChecked(newest._id))) return;
    const begin = this.work.run({ actor: ACTOR, operation: 'check-ledger' }, (tx) => this.check.nightly(ACTOR, newest._id, tx));
    await begin.catch((error: unknown) => {
      if (!isNothingToDo(error)) throw error;
    });
  }
}

function isNothingToDo(error: unknown): boolean {
  if (error instanceof DomainError) return NOTHING_TO_DO.includes(error.code);
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}

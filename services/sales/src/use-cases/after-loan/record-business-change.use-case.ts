import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { figuresNow } from '../../domain/after-loan/business-change.js';
import { wordsForOthers } from '../../domain/application/information-requests.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { ChangeWatch } from './change-watch.js';

export interface RecordBusinessChangeRequest {
  readonly requestKey?: string | null;
  readonly applicationId: string;
  /** Amounts in fen; what is left out stays as it was. */
  readonly annualRevenue?: number | null;
  readonly staff?: number | null;
  readonly stock?: number | null;
  readonly debt?: number | null;
  readonly collateral?: number | null;
  readonly note?: string | null;
}

/** Writes down how the business of a borrower has changed, beside what was known before; what is much worse becomes a warning [4.22]. */
@Injectable()
export class RecordBusinessChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ApplicationDesk,
    private readonly watch: ChangeWatch,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordBusinessChangeRequest): Promise<string> {
    const recordedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'record-business-change', actor, input }, async (tx) => {
      const application = await this.desk.get(actor, input.applicationId, tx);
      if (!application.care) throw new DomainError('NOT_DISBURSED');
      const before = await this.watch.before(application, tx);
      const { annualRevenue: annualRevenueFen, staff, stock: stockFen, debt: debtFen, collateral: collateralFen } = input;
      const after = figuresNow(before, { annualRevenueFen, staff, stockFen, debtFen, collateralFen });
      const note = input.note?.trim() ? wordsForOthers(input.note, 'note') : null;
      const { id: applicationId, customerId, salespersonId } = application;
      const seen = { applicationId, customerId, salespersonId, observedOn: this.clock.today(), before, after, note };
      const watched = await this.watch.keep(application, { ...seen, recordedBy, recordedAt: this.clock.now() }, tx);
      if (watched !== application) await this.desk.applications.save(watched, tx);
      return application.id;
    });
  }
}

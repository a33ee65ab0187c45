import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, DomainError, newId, parseLocalDate } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { liftFreeze } from '../../domain/measure/borrower-freeze.js';
import { openMeasureWork } from '../../domain/measure/measure-work.js';
import type { MeasureWorkKind } from '../../domain/measure/measure-work.js';
import { MeasureWorks } from '../../persistence/measure.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { FreezeBook } from '../freeze-book.js';
import { OpenCollectionCases } from '../open-collection-cases.js';

type Measure = HandoffMessage<'apply-finance-measure'>;

/**
 * A measure of risk becomes work of finance: a freeze is in force at once and completes the handoff by itself, a collection or a change of terms is
 * opened for people. A loan that finance does not have, or that has ended, sends it back with its code [7.4].
 */
@Injectable()
export class TakeMeasure {
  constructor(
    private readonly loans: Loans,
    private readonly works: MeasureWorks,
    private readonly freezes: FreezeBook,
    private readonly cases: OpenCollectionCases,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async apply({ data, handoffId }: Measure, tx: Tx): Promise<void> {
    if (data.kind !== 'FREEZE') return this.open(data, data.kind, handoffId, tx);
    const { customerId, measureId, alertId, reason } = data;
    const freezeId = await this.freezes.freeze({ customerId, measureId, alertId, reason }, tx);
    await this.handoffs.complete(handoffId, { measureId, freezeId, outcome: '已冻结放款 (payments are frozen)' }, tx);
  }

  /** Risk lifts a freeze; one that never came into force has nothing to lift. */
  async lifted({ measureId, liftedBy: by }: EventData<'risk.freeze-lifted.v1'>, tx: Tx): Promise<void> {
    const freeze = await this.freezes.freezes.ofMeasure(measureId, tx);
    if (!freeze) return;
    const lifted = liftFreeze(freeze, { by, at: this.clock.now() });
    if (lifted !== freeze) await this.freezes.freezes.save(lifted, tx);
  }

  private async open(data: Measure['data'], kind: MeasureWorkKind, handoffId: string, tx: Tx): Promise<void> {
    const { measureId, alertId, loanId, ownerId, reason } = data;
    if (loanId === null) throw new DomainError('NOT_FOUND', { noun: 'loan', id: '-' });
    const { customerId, applicationId, salespersonId, state } = await this.loans.get(loanId, tx);
    const of = { measureId, alertId, handoffId, kind, loanId, customerId, applicationId, salespersonId, ownerId, reason };
    const opened = { id: newId('mwk'), dueOn: parseLocalDate(data.dueOn), openedAt: this.clock.now() };
    await this.works.insert(openMeasureWork({ ...of, ...opened }, state), tx);
    // Only a loan that is late has a case; who collects another one early works from this list.
    if (kind === 'EARLY_COLLECTION') await this.cases.open(loanId, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { LoanRequest } from '../domain/loan-request/loan-request.js';
import { doneByRequest, requireCitable } from '../domain/measure/measure-work.js';
import type { MeasureWork } from '../domain/measure/measure-work.js';
import { MeasureWorks } from '../persistence/measure.repository.js';

/** The end of work that a measure gave finance closes risk's handoff, once and in the same transaction [7.4]. */
@Injectable()
export class MeasureEnd {
  constructor(
    private readonly works: MeasureWorks,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async done(work: MeasureWork, tx: Tx): Promise<void> {
    await this.works.save(work, tx);
    const { measureId, outcome, requestId } = work;
    const result = { measureId, outcome: outcome ?? '', ...(requestId === null ? {} : { requestId }) };
    if (await this.handoffs.isOpen(work.handoffId, tx)) await this.handoffs.complete(work.handoffId, result, tx);
  }

  async returned(work: MeasureWork, tx: Tx): Promise<void> {
    await this.works.save(work, tx);
    const refusal = { code: 'MEASURE_RETURNED', reasons: [work.outcome ?? ''] };
    if (await this.handoffs.isOpen(work.handoffId, tx)) await this.handoffs.returnToSender(work.handoffId, refusal, tx);
  }

  /** Throws MEASURE_WORK_MISMATCH unless a request may cite it; nothing is cited by most. */
  async requireCitable(workId: string | null, loanId: string, requestKind: string, tx: Tx): Promise<void> {
    if (workId !== null) requireCitable(await this.works.find(workId, tx), loanId, requestKind);
  }

  /** An approved request carries out the measure that it cites. */
  async byRequest({ id, measureWorkId, decision }: LoanRequest, tx: Tx): Promise<void> {
    const work = measureWorkId === null ? null : await this.works.find(measureWorkId, tx);
    if (!work) return;
    const done = doneByRequest(work, { id, by: decision?.by ?? '', at: decision?.at ?? this.clock.now() });
    if (done !== work) await this.done(done, tx);
  }
}

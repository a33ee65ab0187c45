import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { checkVisit } from '../../domain/care/return-visit.js';
import type { ReturnVisit, VisitWay } from '../../domain/care/return-visit.js';
import type { PlannedVisit } from '../../domain/care/visit-plan.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { ReturnVisits } from '../../persistence/care/visit.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { LateRecords } from '../late-records.js';
import { FollowUpDesk } from './follow-up-desk.js';
import type { WantedFollowUp } from './follow-up-desk.js';
import { SatisfactionVoice } from './satisfaction-voice.js';
import { VisitBook } from './visit-book.js';

export interface RecordReturnVisitRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly visitedOn?: LocalDate | null;
  readonly way: VisitWay;
  readonly useOfLoan: string;
  readonly business: string;
  readonly furtherNeeds: string;
  readonly support?: string | null;
  readonly satisfaction?: number | null;
  /** What the visit found and somebody has to see to. */
  readonly followUps?: readonly WantedFollowUp[] | null;
}

/** What a held visit leaves behind: the visit itself, its mark, and the next one. */
@Injectable()
export class VisitKeeper {
  constructor(
    private readonly visits: ReturnVisits,
    private readonly book: VisitBook,
    private readonly voice: SatisfactionVoice,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A visit that was written up after a later one changes nothing on what comes next; the file is written all the same, so that of two
   * at once one sees the mark of the other. A planned visit ends with the one that it was, so it brings one mark at most.
   */
  async keep(customer: Customer, said: Omit<ReturnVisit, 'plannedVisitId'>, tx: Tx): Promise<void> {
    const { id: visitId, visitedOn, recordedAt: at, salespersonId: by, satisfaction: score } = said;
    const latest = await this.visits.latestOf(customer.id, tx);
    const late = latest !== null && latest.visitedOn > visitedOn;
    const next = { plannedOn: await this.book.dayByGrade(customer, visitedOn), origin: 'GRADE' as const };
    const over = { event: 'hold' as const, end: { visitId, reason: null, by, at }, next };
    const held = late ? await this.book.leave(customer, tx) : await this.book.end(customer, over, tx);
    await this.visits.insert({ ...said, plannedVisitId: held?.id ?? null }, tx);
    if (held) await this.tellMade(visitId, { held, visitedOn }, tx);
    if (score === null) return;
    await this.voice.requireFirstOfDay(customer.id, visitedOn, tx);
    const of = { customerId: customer.id, salespersonId: customer.ownerId, source: 'VISIT' as const, sourceId: visitId };
    await this.voice.tell({ ...of, score, recordedOn: visitedOn }, tx);
  }

  /** Tells the appraisal whose visit was due when, and when it was made [5.2]. */
  private tellMade(visitId: string, { held, visitedOn }: { held: PlannedVisit; visitedOn: LocalDate }, tx: Tx): Promise<unknown> {
    const { customerId, salespersonId, plannedOn: dueOn } = held;
    return this.outbox.add(event('sales.return-visit-made.v1', customerId, { visitId, customerId, salespersonId, dueOn, visitedOn }), tx);
  }
}

/** Records a return visit with its three sections; it is the one that was planned, and the next one is planned by the grade [2.13, 3.11, 5.2]. */
@Injectable()
export class RecordReturnVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly keeper: VisitKeeper,
    private readonly followUps: FollowUpDesk,
    private readonly late: LateRecords,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordReturnVisitRequest): Promise<string> {
    const salespersonId = employeeIdOf(actor);
    return this.work.once({ operation: 'record-return-visit', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const today = this.clock.today();
      const { way, useOfLoan, business, furtherNeeds, satisfaction = null } = input;
      const said = { visitedOn: input.visitedOn ?? today, way, useOfLoan, business, furtherNeeds, satisfaction };
      checkVisit(said, today);
      await this.late.requireRecent(said.visitedOn, 'visitedOn');
      const id = newId('vis');
      const support = input.support?.trim() || null;
      const visit = { id, version: 0, customerId: customer.id, salespersonId, ...said, support, recordedAt: this.clock.now() };
      await this.keeper.keep(customer, visit, tx);
      for (const wanted of input.followUps ?? []) await this.followUps.open(actor, wanted, { customer, visitId: id }, tx);
      return customer.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { wordsForOthers } from '../../domain/application/information-requests.js';
import { checkVisitDay } from '../../domain/care/visit-plan.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { VisitBook } from './visit-book.js';

export interface CancelVisitRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly reason: string;
}

export interface RecordVisitNotHeldRequest extends CancelVisitRequest {
  readonly newOn: LocalDate;
}

/** A planned visit that was not held, or that nobody needs: why, and when the next one is [3.11]. */
@Injectable()
export class EndVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CustomerDesk,
    private readonly book: VisitBook,
    private readonly clock: BusinessClock,
  ) {}

  /** Nobody was met: another attempt, soon. */
  notHeld(actor: Actor, input: RecordVisitNotHeldRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'record-visit-not-held', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = wordsForOthers(input.reason, 'reason');
      checkVisitDay(input.newOn, await this.book.windowOfAgain(customer), 'newOn');
      const { attempt, way, purpose } = await this.book.openOf(customer, tx);
      const next = { plannedOn: input.newOn, origin: 'AGAIN' as const, attempt: attempt + 1, way, purpose };
      await this.book.end(customer, { event: 'miss', end: { visitId: null, reason, by, at: this.clock.now() }, next }, tx);
      return customer.id;
    });
  }

  /** There is nothing to visit for now: the next one comes by the grade. */
  cancel(actor: Actor, input: CancelVisitRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'cancel-visit', actor, input }, async (tx) => {
      const customer = await this.desk.get(actor, input.customerId, tx);
      const reason = wordsForOthers(input.reason, 'reason');
      const next = { plannedOn: await this.book.dayByGrade(customer, this.clock.today()), origin: 'GRADE' as const };
      await this.book.end(customer, { event: 'cancel', end: { visitId: null, reason, by, at: this.clock.now() }, next }, tx);
      return customer.id;
    });
  }
}

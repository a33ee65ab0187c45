import { Injectable } from '@nestjs/common';
import { DenyList } from '@weilend/auth';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand, deactivate, mayOwnCustomers } from '../../domain/employee/employee.js';
import type { LeavingCause } from '../../domain/employee/employee.js';
import { written } from '../../domain/employee/wording.js';
import { end } from '../../domain/sign-in/sign-in.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { EmployeeBook } from './employee-book.js';
import { handOf } from './hand-of.js';

export interface DeactivateEmployeeRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly cause?: LeavingCause | null;
  readonly reason?: string | null;
}

/** Ends a person's access: sign-ins revoked here at once, tokens refused everywhere within seconds [1.3]. His customers become work of sales. */
@Injectable()
export class DeactivateEmployee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: EmployeeBook,
    private readonly signIns: SignIns,
    private readonly denied: DenyList,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Actor, input: DeactivateEmployeeRequest): Promise<string> {
    const now = await this.signIns.now();
    return this.work.once({ operation: 'deactivate-employee', actor, input }, async (tx) => {
      const hand = handOf(actor);
      const employee = await this.book.get(input.employeeId, tx);
      const [cause, reason] = [input.cause ?? 'OTHER', written(input.reason)];
      const gone = deactivate(employee, { byEmployeeId: hand.employeeId, at: now, cause, reason });
      checkHand(hand, employee);
      await this.book.change(employee, gone, { actor, reason }, tx);
      for (const signIn of await this.signIns.openOf(employee.id, tx)) await this.signIns.save(end(signIn, 'DEACTIVATED', now), tx);
      await this.denied.add(employee.id, now, tx);
      await this.outbox.add(
        event('hr.employee-deactivated.v1', employee.id, { employeeId: employee.id, deactivatedAt: now.toISOString() }),
        tx,
      );
      if (mayOwnCustomers(employee)) await this.book.news.giveAway(employee.id, now, tx);
      return employee.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHand } from '../../domain/employee/employee.js';
import { confirmPower } from '../../domain/employee/power.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { EmployeeBook } from './employee-book.js';
import { handOf } from './hand-of.js';

export interface ConfirmPowerRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
}

/** A second person of hr, or an administrator, confirms the power or the new password that one person of hr gave: from then on its holder signs in [1.3]. */
@Injectable()
export class ConfirmPower {
  constructor(
    private readonly work: UnitOfWork,
    private readonly book: EmployeeBook,
    private readonly security: SecurityLog,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConfirmPowerRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-power', actor, input }, async (tx) => {
      const person = await this.book.get(input.employeeId, tx);
      const hand = handOf(actor);
      const confirmed = confirmPower(person, hand);
      checkHand(hand, person);
      await this.book.confirmed(confirmed, tx);
      await this.security.note({ kind: 'POWER_CONFIRMED', at: this.clock.now(), employeeId: person.id }, tx);
      return person.id;
    });
  }
}

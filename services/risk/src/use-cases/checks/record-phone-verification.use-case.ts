import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { phoneVerification } from '../../domain/checks/phone-verification.js';
import type { PhoneAnswer, PhoneNumberKind } from '../../domain/checks/phone-verification.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface RecordPhoneVerificationRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly spokenTo: string;
  readonly numberKind: PhoneNumberKind;
  readonly calledAt: Date;
  readonly answers: readonly PhoneAnswer[];
}

/** Records a telephone verification; the kind of number is kept, the number never [4.10, 3.7]. */
@Injectable()
export class RecordPhoneVerification {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordPhoneVerificationRequest): Promise<string> {
    return this.work.once({ operation: 'record-phone-verification', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const recordedBy = employeeIdOf(actor);
      requireInvestigator(investigation, recordedBy);
      const { spokenTo, numberKind, calledAt, answers } = input;
      const call = phoneVerification({
        checkId: newId('phv'),
        spokenTo,
        numberKind,
        calledAt,
        answers,
        recordedBy,
        recordedAt: this.clock.now(),
      });
      await this.investigations.save(withCheck(investigation, { phoneVerifications: [...investigation.phoneVerifications, call] }), tx);
      return investigation.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { step } from '../../domain/acquisition/referral.js';
import { requireReason } from '../../domain/customer/correction.js';
import { ReferralCredits } from '../../persistence/acquisition/referral.repository.js';

export interface RedeemReferralRequest {
  readonly requestKey?: string | null;
  readonly creditId: string;
  readonly note: string;
}

/** Gives a customer what his referral earned, or settles what he owes back, with a note of how [3.3]. */
@Injectable()
export class RedeemReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credits: ReferralCredits,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RedeemReferralRequest): Promise<string> {
    return this.take(actor, input, 'redeem');
  }

  settle(actor: Actor, input: RedeemReferralRequest): Promise<string> {
    return this.take(actor, input, 'settle');
  }

  private take(actor: Actor, input: RedeemReferralRequest, event: 'redeem' | 'settle'): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: `${event}-referral`, actor, input }, async (tx) => {
      const credit = await this.credits.get(input.creditId, tx);
      const note = requireReason(input.note, 'note');
      return (await this.credits.save(step(credit, { event, loanId: null, by, note, at: this.clock.now() }), tx)).id;
    });
  }
}

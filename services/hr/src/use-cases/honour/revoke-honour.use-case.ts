import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { revokeAward } from '../../domain/honour/honour.js';
import { HonourAwards } from '../../persistence/honour/honour.repository.js';
import { HonourDesk } from './honour-desk.js';

export interface RevokeHonourRequest {
  readonly requestKey?: string | null;
  readonly awardId: string;
  readonly reason: string;
}

/** hr takes an honour from somebody of whom a severe violation became known since its period began; nobody else moves up [5.4, 5.9]. */
@Injectable()
export class RevokeHonour {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HonourDesk,
    private readonly awards: HonourAwards,
    private readonly outbox: Outbox,
  ) {}

  /** Throws AWARD_REVOKED, OWN_HONOUR, AWARD_REASON_MISSING or AWARD_WITHOUT_VIOLATION. */
  execute(actor: Actor, input: RevokeHonourRequest): Promise<string> {
    return this.work.once({ operation: 'revoke-honour', actor, input }, async (tx) => {
      const award = await this.awards.get(input.awardId, tx);
      const { id, honourId, honour, period, employeeId } = award;
      const violationIds = await this.desk.severeSince(employeeId, period, tx);
      const revocation = { by: employeeIdOf(actor), on: this.desk.today(), reason: input.reason, violationIds };
      await this.awards.save(revokeAward(award, revocation), tx);
      await this.outbox.add(event('hr.honour-revoked.v1', honourId, { honourId, honour, period, employeeId }), tx);
      return id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkProposer, grantException, propose, withdraw } from '../../domain/promotion/promotion.js';
import type { Promotion } from '../../domain/promotion/promotion.js';
import { PromotionDesk } from './promotion-desk.js';

export interface ProposePromotionRequest {
  readonly requestKey?: string | null;
  readonly employeeId: string;
  readonly reason: string;
  /** Asks for an exception when the person is not eligible. */
  readonly exceptionReason?: string | null;
}
export interface OnPromotionRequest {
  readonly requestKey?: string | null;
  readonly promotionId: string;
  readonly reason: string;
}

/** The manager, or hr while sales has none, proposes somebody for the next level, takes it back, or a third person lets it be decided on as an exception [5.7]. */
@Injectable()
export class ProposePromotion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PromotionDesk,
  ) {}

  /** Throws PROMOTION_BY_MANAGER, OWN_PROMOTION, PROMOTION_OPEN, HIGHEST_LEVEL, PROMOTION_BLOCKED or PROMOTION_NOT_ELIGIBLE. */
  execute(actor: Actor, input: ProposePromotionRequest): Promise<string> {
    return this.work.once({ operation: 'propose-promotion', actor, input }, async (tx) => {
      const { employeeId, reason, exceptionReason = null } = input;
      const { eligibility } = await this.desk.look(employeeId, tx);
      checkProposer(actor, await this.desk.career.employees.activeSalesManager(tx));
      if (await this.desk.promotions.openOf(employeeId, tx)) throw new DomainError('PROMOTION_OPEN', {}, 'employeeId');
      const promotion = propose(newId('pmt'), eligibility, { ...this.act(actor, reason), exceptionReason });
      return (await this.desk.promotions.insert(promotion, tx)).id;
    });
  }

  /** Throws PROMOTION_SAME_PERSON, OWN_PROMOTION, EXCEPTION_NOT_ASKED, EXCEPTION_GRANTED or ILLEGAL_TRANSITION. */
  grantException(actor: Actor, input: OnPromotionRequest): Promise<string> {
    return this.change('grant-promotion-exception', actor, input, grantException);
  }

  /** Throws PROMOTION_NOT_HIS_OWN or ILLEGAL_TRANSITION. */
  withdraw(actor: Actor, input: OnPromotionRequest): Promise<string> {
    return this.change('withdraw-promotion', actor, input, withdraw);
  }

  private change(
    operation: string,
    actor: Actor,
    input: OnPromotionRequest,
    act: (promotion: Promotion, by: ReturnType<ProposePromotion['act']>) => Promotion,
  ): Promise<string> {
    return this.work.once({ operation, actor, input }, async (tx) => {
      const promotion = await this.desk.promotions.get(input.promotionId, tx);
      await this.desk.promotions.save(act(promotion, this.act(actor, input.reason)), tx);
      return promotion.id;
    });
  }

  private act(actor: Actor, reason: string) {
    return { by: employeeIdOf(actor), reason, today: this.desk.career.today() };
  }
}

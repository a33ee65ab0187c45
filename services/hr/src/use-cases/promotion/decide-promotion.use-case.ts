import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { moveTo } from '../../domain/career/standing.js';
import type { Standing } from '../../domain/career/standing.js';
import { place } from '../../domain/employee/employee.js';
import type { Employee } from '../../domain/employee/employee.js';
import { approve, reject, rolesAfter } from '../../domain/promotion/promotion.js';
import type { Promotion } from '../../domain/promotion/promotion.js';
import { LeaderlessPeople } from '../../persistence/promotion/leaderless.repository.js';
import { TrainingRequests } from '../career/training-requests.js';
import { EmployeeBook } from '../employee/employee-book.js';
import { PromotionDesk } from './promotion-desk.js';

export interface DecidePromotionRequest {
  readonly requestKey?: string | null;
  readonly promotionId: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** hr decides on a promotion; an approved one moves the level, for the manager the roles too, and asks for the training that goes with it [5.7, 2.1]. */
@Injectable()
export class DecidePromotion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PromotionDesk,
    private readonly book: EmployeeBook,
    private readonly trainings: TrainingRequests,
    private readonly outbox: Outbox,
    private readonly leaderless: LeaderlessPeople,
  ) {}

  /**
   * Throws ILLEGAL_TRANSITION, OWN_PROMOTION, PROMOTION_SAME_PERSON, PROMOTION_BLOCKED, PROMOTION_NOT_ELIGIBLE, PROMOTION_LEVEL_CHANGED,
   * SALES_MANAGER_EXISTS.
   */
  execute(actor: Actor, input: DecidePromotionRequest): Promise<string> {
    return this.work.once({ operation: 'decide-promotion', actor, input }, async (tx) => {
      const promotion = await this.desk.promotions.get(input.promotionId, tx);
      const act = { by: employeeIdOf(actor), reason: input.reason, today: this.desk.career.today() };
      if (!input.approve) return this.settle(reject(promotion, act), tx);
      const { employee, standing, eligibility } = await this.desk.look(promotion.employeeId, tx);
      const approved = approve(promotion, eligibility, act);
      await this.raise(approved, employee, standing, tx);
      return this.settle(approved, tx);
    });
  }

  private async raise(promotion: Promotion, employee: Employee, standing: Standing, tx: Tx): Promise<void> {
    const { id, toLevel: level, decision } = promotion;
    const entry = { level, since: this.desk.career.today(), cause: 'PROMOTED' as const, note: id, by: decision?.by ?? '' };
    await this.desk.career.standings.put(moveTo(standing, entry), tx);
    const { roles, department, position } = employee;
    // Nobody of sales leads the manager.
    const managerId = level === 'MANAGER' ? null : employee.managerId;
    const placed = place(employee, { department, position, managerId, level, roles: rolesAfter(roles, level) });
    await this.book.change(employee, placed, { actor: tx.actor, reason: promotion.reason, kind: 'PROMOTED' }, tx);
    if (level === 'MANAGER') await this.takeOver(employee.id, promotion.reason, tx);
    await this.trainings.ask({ employeeId: employee.id, topic: null, reason: 'PROMOTION', aboutId: id }, tx);
  }

  /** The new manager leads whom nobody leads since the one before has gone. */
  private async takeOver(managerId: string, reason: string, tx: Tx): Promise<void> {
    for (const id of await this.leaderless.except(managerId, tx)) {
      const person = await this.book.get(id, tx);
      await this.book.change(person, place(person, { ...person, managerId }), { actor: tx.actor, reason }, tx);
    }
  }

  private async settle(promotion: Promotion, tx: Tx): Promise<string> {
    const { id, employeeId, fromLevel, toLevel, state } = await this.desk.promotions.save(promotion, tx);
    const decision = state === 'APPROVED' ? ('APPROVED' as const) : ('REJECTED' as const);
    await this.outbox.add(event('hr.promotion-decided.v1', id, { promotionId: id, employeeId, fromLevel, toLevel, decision }), tx);
    return id;
  }
}

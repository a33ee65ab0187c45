import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import type { Standing } from '../../domain/career/standing.js';
import type { Employee } from '../../domain/employee/employee.js';
import { eligibilityOf } from '../../domain/promotion/eligibility.js';
import type { Eligibility } from '../../domain/promotion/eligibility.js';
import { invariant } from '@weilend/kernel';
import { PromotionFactsReader } from '../../persistence/promotion/promotion-facts.repository.js';
import { Promotions } from '../../persistence/promotion/promotion.repository.js';
import { CareerDesk } from '../career/career-desk.js';

/** What every act on a promotion begins with: the person, where he stands, and whether he may be promoted today. */
@Injectable()
export class PromotionDesk {
  constructor(
    readonly promotions: Promotions,
    readonly career: CareerDesk,
    private readonly facts: PromotionFactsReader,
  ) {}

  /**
   * Writes the person's row, as the taking in of a violation does: of a decision and a severe violation that cross neither misses the other.
   * Throws NOT_FOUND, NOT_ON_LADDER or LADDER_MISSING.
   */
  async look(employeeId: string, tx: Tx): Promise<{ employee: Employee; standing: Standing; eligibility: Eligibility }> {
    const standing = await this.career.standingOf(employeeId, tx);
    const employee = await this.career.employees.save(await this.career.employees.get(employeeId, tx), tx);
    const today = this.career.today();
    const [facts] = await this.facts.of([standing], today, tx);
    invariant(facts, 'no facts of a person');
    return { employee, standing, eligibility: eligibilityOf(facts, await this.career.ladder(tx), today) };
  }
}

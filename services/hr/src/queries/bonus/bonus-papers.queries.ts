import { Injectable } from '@nestjs/common';
import type { Paper } from '@weilend/documents';
import type { Actor } from '@weilend/kernel';
import { EmployeeQueries } from '../employee/employee.queries.js';
import { bonusPaper } from './bonus-paper.js';
import { BonusQueries } from './bonus.queries.js';

/** Bonus statements as papers, made of the rows as they stand [5.6]. */
@Injectable()
export class BonusPapers {
  constructor(
    private readonly bonuses: BonusQueries,
    private readonly employees: EmployeeQueries,
  ) {}

  /** Null for what is absent or not the actor's to see. */
  async paperOf(bonusId: string, actor: Actor): Promise<Paper | null> {
    const [bonus] = await this.bonuses.byIds([bonusId], actor);
    if (!bonus) return null;
    const [[employee], [deferred]] = [await this.employees.byIds([bonus.employeeId]), await this.bonuses.deferredOf([bonusId])];
    const [parts, clawbacks] = [await this.bonuses.allPartsOf(bonus), await this.bonuses.allClawbacksOf(bonusId)];
    return bonusPaper({ bonus, employee: employee ?? null, parts, clawbacks, deferred: deferred ?? null });
  }
}

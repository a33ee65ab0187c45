import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { rejectStatement } from '../../domain/bonus/statement.js';
import { BonusStatements } from '../../persistence/bonus/bonus-statement.repository.js';

export interface RejectBonusRequest {
  readonly requestKey?: string | null;
  readonly bonusId: string;
  readonly reason: string;
}

/** Another person turns a prepared bonus down with a reason: it may be prepared again [5.6]. */
@Injectable()
export class RejectBonus {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: BonusStatements,
  ) {}

  execute(actor: Actor, input: RejectBonusRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'reject-bonus', actor, input }, async (tx) => {
      const statement = await this.statements.get(input.bonusId, tx);
      return (await this.statements.save(rejectStatement(statement, by, input.reason), tx)).id;
    });
  }
}

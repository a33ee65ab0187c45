import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withdrawFormula } from '../../domain/bonus/formula-version.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';

export interface WithdrawBonusFormulaRequest {
  readonly requestKey?: string | null;
  readonly formulaId: string;
  readonly reason: string;
}

/** Takes a draft back for good; a published formula stays and a later one takes its place [5.6]. */
@Injectable()
export class WithdrawBonusFormula {
  constructor(
    private readonly work: UnitOfWork,
    private readonly formulas: BonusFormulas,
  ) {}

  execute(actor: Actor, input: WithdrawBonusFormulaRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'withdraw-bonus-formula', actor, input }, async (tx) => {
      const draft = await this.formulas.get(input.formulaId, tx);
      return (await this.formulas.save(withdrawFormula(draft, by, input.reason), tx)).id;
    });
  }
}

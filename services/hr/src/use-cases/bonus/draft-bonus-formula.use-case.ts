import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { draftFormula } from '../../domain/bonus/formula-version.js';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';

export interface DraftBonusFormulaRequest {
  readonly requestKey?: string | null;
  readonly fromQuarter: string;
  readonly formula: BonusFormula;
  readonly reason: string;
}

/** Writes down a bonus formula for later quarters; it counts when somebody else has published it [5.6]. */
@Injectable()
export class DraftBonusFormula {
  constructor(
    private readonly work: UnitOfWork,
    private readonly formulas: BonusFormulas,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DraftBonusFormulaRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'draft-bonus-formula', actor, input }, async (tx) => {
      const { fromQuarter, formula, reason } = input;
      const draft = draftFormula({ id: newId('bnf'), fromQuarter, formula, reason }, { by, at: this.clock.now() });
      return (await this.formulas.insert(draft, tx)).id;
    });
  }
}

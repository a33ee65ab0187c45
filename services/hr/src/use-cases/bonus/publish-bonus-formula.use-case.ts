import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishFormula } from '../../domain/bonus/formula-version.js';
import { BonusFormulas } from '../../persistence/bonus/bonus-formula.repository.js';

export interface PublishBonusFormulaRequest {
  readonly requestKey?: string | null;
  readonly formulaId: string;
  /** The version that was read; whatever stands now when it is left out. */
  readonly version?: number | null;
}

/** Another person publishes a drafted formula before its first quarter begins [5.6]. */
@Injectable()
export class PublishBonusFormula {
  constructor(
    private readonly work: UnitOfWork,
    private readonly formulas: BonusFormulas,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishBonusFormulaRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'publish-bonus-formula', actor, input }, async (tx) => {
      const draft = await this.formulas.get(input.formulaId, tx);
      const earlier = await this.formulas.forQuarter(draft.fromQuarter, tx);
      const published = publishFormula(draft, earlier, {
        ...{ by, version: input.version },
        at: this.clock.now(),
        today: this.clock.today(),
        isFirst: await this.formulas.isFirst(tx),
      });
      return (await this.formulas.save(published, tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { compared, endRebuild, isDifferent, startRebuild } from '../../domain/indicator/fact-rebuild.js';
import type { FactRebuild } from '../../domain/indicator/fact-rebuild.js';
import { followAll } from '../../domain/indicator/hearing.js';
import type { SoldLoan } from '../../domain/indicator/sold-loan.js';
import { AppraisalFacts } from '../../persistence/appraisal/appraisal.repository.js';
import { FactRebuilds, HeardSayings, SoldLoans } from '../../persistence/indicator/indicator.repository.js';

const ACTOR = { kind: 'service', service: 'hr' } as const;
/** Subjects of one transaction. */
const AT_ONCE = 50;

export interface RebuildRequest {
  readonly requestKey?: string | null;
}

/** Begins to make all facts again from what was heard; the job carries it on [5.1]. */
@Injectable()
export class RebuildAppraisalFacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rebuilds: FactRebuilds,
    private readonly heard: HeardSayings,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RebuildRequest): Promise<string> {
    const startedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'rebuild-appraisal-facts', actor, input }, async (tx) => {
      const running = (await this.rebuilds.running(tx)) !== null;
      const subjects = await this.heard.countSubjects(tx);
      const rebuild = startRebuild({ id: newId('rbl'), subjects, startedBy, startedAt: this.clock.now() }, running);
      return (await this.rebuilds.insert(rebuild, tx)).id;
    });
  }
}

/** Carries a rebuild on, some subjects at a time; it may be stopped in between and goes on where it was. */
@Injectable()
export class CarryRebuildOn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rebuilds: FactRebuilds,
    private readonly heard: HeardSayings,
    private readonly facts: AppraisalFacts,
    private readonly loans: SoldLoans,
    private readonly clock: BusinessClock,
  ) {}

  /** The next step; false when none is running any more. */
  execute(): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'carry-rebuild-on' }, async (tx) => {
      let rebuild = await this.rebuilds.running(tx);
      if (!rebuild) return false;
      const subjects = (await this.heard.subjectsAfter(rebuild.after, tx)).slice(0, AT_ONCE);
      for (const aboutId of subjects) rebuild = await this.rebuild(rebuild, aboutId, tx);
      await this.rebuilds.save(subjects.length === 0 ? endRebuild(rebuild, this.clock.now()) : rebuild, tx);
      return subjects.length > 0;
    });
  }

  private async rebuild(rebuild: FactRebuild, aboutId: string, tx: Tx): Promise<FactRebuild> {
    const { loan, facts: rebuilt } = followAll(await this.heard.about(aboutId, tx));
    const kept = await this.facts.allAbout(aboutId, tx);
    const facts = rebuilt.map((fact) => ({ ...fact, id: newId('fct'), version: 0 }));
    if (isDifferent({ kept, rebuilt })) await this.facts.replaceAbout(aboutId, facts, tx);
    if (loan) await this.replaceLoan(loan, tx);
    return compared(rebuild, { aboutId, kept, rebuilt });
  }

  /** What is known of the loan is written again: of this and an announcement that cross, one runs again. */
  private async replaceLoan(loan: SoldLoan, tx: Tx): Promise<void> {
    const version = (await this.loans.find(loan.id, tx))?.version ?? 0;
    await this.loans.keep({ ...loan, version }, tx);
  }
}

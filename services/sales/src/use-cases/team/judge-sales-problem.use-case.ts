import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { judgeSolution } from '../../domain/team/problem.js';
import { SalesProblems } from '../../persistence/team/team.repository.js';

export interface JudgeSalesProblemRequest {
  readonly requestKey?: string | null;
  readonly problemId: string;
  readonly solved: boolean;
  /** Needed when it is not solved. */
  readonly reason?: string | null;
}

/** Who raised the problem, or the manager, says whether it is solved; what is not goes back to the owner [2.5]. */
@Injectable()
export class JudgeSalesProblem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly problems: SalesProblems,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: JudgeSalesProblemRequest): Promise<string> {
    return this.work.once({ operation: 'judge-sales-problem', actor, input }, async (tx) => {
      const problem = await this.problems.get(input.problemId, tx);
      const act = { by: employeeIdOf(actor), at: this.clock.now(), words: input.reason ?? null };
      const isManager = actor.kind === 'employee' && actor.roles.includes('sales-manager');
      return (await this.problems.save(judgeSolution(problem, input.solved ? 'confirm' : 'reopen', act, isManager), tx)).id;
    });
  }
}

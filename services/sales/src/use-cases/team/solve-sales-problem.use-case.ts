import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { solveProblem } from '../../domain/team/problem.js';
import { SalesProblems } from '../../persistence/team/team.repository.js';

export interface SolveSalesProblemRequest {
  readonly requestKey?: string | null;
  readonly problemId: string;
  readonly resolution: string;
}

/** The owner says how the problem was solved; who raised it agrees or sends it back [2.5]. */
@Injectable()
export class SolveSalesProblem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly problems: SalesProblems,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: SolveSalesProblemRequest): Promise<string> {
    return this.work.once({ operation: 'solve-sales-problem', actor, input }, async (tx) => {
      const problem = await this.problems.get(input.problemId, tx);
      const act = { by: employeeIdOf(actor), at: this.clock.now(), words: input.resolution };
      return (await this.problems.save(solveProblem(problem, act), tx)).id;
    });
  }
}

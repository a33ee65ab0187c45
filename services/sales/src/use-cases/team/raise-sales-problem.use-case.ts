import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { raiseProblem } from '../../domain/team/problem.js';
import type { ProblemKind } from '../../domain/team/problem.js';
import { SalesProblems } from '../../persistence/team/team.repository.js';

export interface RaiseSalesProblemRequest {
  readonly requestKey?: string | null;
  readonly kind: ProblemKind;
  readonly title: string;
  readonly text: string;
}

/** Anybody of the department raises a problem; the manager gives it to somebody [2.5]. */
@Injectable()
export class RaiseSalesProblem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly problems: SalesProblems,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RaiseSalesProblemRequest): Promise<string> {
    return this.work.once({ operation: 'raise-sales-problem', actor, input }, async (tx) => {
      const { kind, title, text: words } = input;
      const raised = { id: newId('prb'), kind, title, words, by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.problems.insert(raiseProblem(raised), tx)).id;
    });
  }
}

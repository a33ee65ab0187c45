import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { assignProblem } from '../../domain/team/problem.js';
import { SalesProblems } from '../../persistence/team/team.repository.js';

export interface AssignSalesProblemRequest {
  readonly requestKey?: string | null;
  readonly problemId: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly note?: string | null;
}

/** The manager gives a problem to somebody who is in office, until a day [2.5]. */
@Injectable()
export class AssignSalesProblem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly problems: SalesProblems,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AssignSalesProblemRequest): Promise<string> {
    return this.work.once({ operation: 'assign-sales-problem', actor, input }, async (tx) => {
      const problem = await this.problems.get(input.problemId, tx);
      const { ownerId, dueOn } = input;
      const owner = await this.directory.find(ownerId, tx);
      if (!owner?.active || owner.department !== 'sales') throw new DomainError('NOT_A_SALESPERSON', { employeeId: ownerId }, 'ownerId');
      const act = { by: employeeIdOf(actor), at: this.clock.now(), words: input.note ?? null };
      return (await this.problems.save(assignProblem(problem, { ownerId, dueOn }, act, this.clock.today()), tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { raiseImprovement } from '../../domain/improvement/improvement.js';
import { Improvements } from '../../persistence/improvement/improvement.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface RaiseImprovementRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
}

/** Writes down what the evaluation of a training found to be better next time, with its owner and its day [6.9]. */
@Injectable()
export class RaiseImprovement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: TrainingSessions,
    private readonly improvements: Improvements,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RaiseImprovementRequest): Promise<string> {
    return this.work.once({ operation: 'raise-improvement', actor, input }, async (tx) => {
      const session = await this.sessions.get(input.sessionId, tx);
      const { text, ownerId, dueOn } = input;
      if (!(await this.directory.find(ownerId, tx))?.active) throw new DomainError('IMPROVEMENT_OWNER_UNKNOWN', { ownerId }, 'ownerId');
      const facts = { id: newId('tim'), text, ownerId, dueOn, raisedBy: employeeIdOf(actor), raisedAt: this.clock.now() };
      return (await this.improvements.insert(raiseImprovement(session, facts, this.clock.today()), tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { answerContradiction } from '../../domain/checks/contradictions.js';
import type { ContradictionCode } from '../../domain/checks/contradiction-rules.js';
import { requireInvestigator, withCheck } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface AnswerContradictionRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly code: ContradictionCode;
  readonly explanation: string;
  /** Visits and calls of this investigation, or questions that sales answered. */
  readonly evidenceIds: readonly string[];
}

/** Explains why a statement does not fit a finding, resting on a check of the same investigation [4.9]. */
@Injectable()
export class AnswerContradiction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AnswerContradictionRequest): Promise<string> {
    return this.work.once({ operation: 'answer-contradiction', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const answeredBy = employeeIdOf(actor);
      requireInvestigator(investigation, answeredBy);
      const { code, explanation, evidenceIds } = input;
      const said = { code, explanation, evidenceIds, answeredBy, answeredAt: this.clock.now() };
      await this.investigations.save(withCheck(investigation, { contradictionAnswers: answerContradiction(investigation, said) }), tx);
      return investigation.id;
    });
  }
}

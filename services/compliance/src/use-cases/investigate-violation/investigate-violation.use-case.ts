import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { investigateViolation } from '../../domain/violation/violation.js';
import { Violations } from '../../persistence/violation.repository.js';

export interface InvestigateViolationRequest {
  readonly requestKey?: string | null;
  readonly violationId: string;
}

/** A compliance officer who is not in it takes the case [7.11]. */
@Injectable()
export class InvestigateViolation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly violations: Violations,
  ) {}

  execute(actor: Actor, input: InvestigateViolationRequest): Promise<string> {
    return this.work.once({ operation: 'investigate-violation', actor, input }, async (tx) => {
      const violation = await this.violations.get(input.violationId, tx);
      await this.violations.save(investigateViolation(violation, employeeIdOf(actor)), tx);
      return violation.id;
    });
  }
}

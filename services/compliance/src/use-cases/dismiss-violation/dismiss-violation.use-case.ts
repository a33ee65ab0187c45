import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { dismissViolation } from '../../domain/violation/violation.js';
import { Violations } from '../../persistence/violation.repository.js';

export interface DismissViolationRequest {
  readonly requestKey?: string | null;
  readonly violationId: string;
  readonly findings: string;
}

/** Nothing was found; the report stays on record and counts against nobody [5.4]. */
@Injectable()
export class DismissViolation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly violations: Violations,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: DismissViolationRequest): Promise<string> {
    return this.work.once({ operation: 'dismiss-violation', actor, input }, async (tx) => {
      const verdict = { by: employeeIdOf(actor), at: this.clock.now(), findings: input.findings };
      const violation = dismissViolation(await this.violations.get(input.violationId, tx), verdict);
      await this.violations.save(violation, tx);
      return violation.id;
    });
  }
}

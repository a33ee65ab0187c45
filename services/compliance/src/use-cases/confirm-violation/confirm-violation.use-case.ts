import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { confirmViolation } from '../../domain/violation/violation.js';
import type { Severity } from '../../domain/violation/violation.js';
import { Violations } from '../../persistence/violation.repository.js';

export interface ConfirmViolationRequest {
  readonly requestKey?: string | null;
  readonly violationId: string;
  readonly findings: string;
  /** What the investigation corrected. */
  readonly aboutEmployeeId?: string | null;
  readonly severity?: Severity | null;
}

/** The violation stands: taking it into the appraisal is work of hr; a severe one blocks bonus, promotion and honours [5.4]. */
@Injectable()
export class ConfirmViolation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly violations: Violations,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConfirmViolationRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-violation', actor, input }, async (tx) => {
      const { findings, severity, aboutEmployeeId: aboutId } = input;
      const verdict = { by: employeeIdOf(actor), at: this.clock.now(), findings, severity, aboutId };
      const violation = confirmViolation(await this.violations.get(input.violationId, tx), verdict);
      await this.checkPerson(violation.aboutId, tx);
      await this.violations.save(violation, tx);
      const fact = { violationId: violation.id, employeeId: violation.aboutId, kind: violation.kind, severity: violation.severity };
      await this.outbox.add(event('compliance.violation-confirmed.v1', violation.id, fact), tx);
      await this.handoffs.send('appraise-violation', { subject: violation.id, data: { ...fact, confirmedOn: this.clock.today() } }, tx);
      return violation.id;
    });
  }

  private async checkPerson(employeeId: string, tx: Tx): Promise<void> {
    if (await this.directory.find(employeeId, tx)) return;
    throw new DomainError('VIOLATION_PERSON_NOT_EMPLOYED', { employeeId }, 'aboutEmployeeId');
  }
}

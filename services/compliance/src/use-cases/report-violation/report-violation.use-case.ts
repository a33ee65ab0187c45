import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { reportViolation } from '../../domain/violation/violation.js';
import type { Severity, ViolationKind } from '../../domain/violation/violation.js';
import { Violations } from '../../persistence/violation.repository.js';

export interface ReportViolationRequest {
  readonly requestKey?: string | null;
  readonly kind: ViolationKind;
  readonly severity: Severity;
  readonly aboutEmployeeId?: string | null;
  readonly applicationId?: string | null;
  readonly description: string;
}

/** Anybody may report; a falsification found in a file reports itself [1.5, 7.8-7.11]. */
@Injectable()
export class ReportViolation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly violations: Violations,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReportViolationRequest): Promise<string> {
    return this.work.once({ operation: 'report-violation', actor, input }, async (tx) => {
      const { kind, severity, description } = input;
      const aboutId = input.aboutEmployeeId ?? null;
      await this.checkPerson(aboutId, tx);
      const facts = { kind, severity, description, aboutId, applicationId: input.applicationId ?? null, reportedBy: employeeIdOf(actor) };
      return this.open(facts, tx);
    });
  }

  /** From sales' event; the person need not be known here yet. */
  async apply(data: EventData<'sales.falsification-reported.v1'>, tx: Tx): Promise<void> {
    const { applicationId, reportedBy, suspectId, finding, kind = 'FALSIFICATION' } = data;
    const description = finding.trim() === '' ? '资料造假' : finding;
    await this.open({ kind, severity: 'SERIOUS', description, aboutId: suspectId, applicationId, reportedBy }, tx);
  }

  private async open(facts: Omit<Parameters<typeof reportViolation>[0], 'id' | 'reportedAt'>, tx: Tx): Promise<string> {
    const violation = reportViolation({ ...facts, id: newId('vio'), reportedAt: this.clock.now() });
    return (await this.violations.insert({ ...violation, version: 0 }, tx)).id;
  }

  private async checkPerson(employeeId: string | null, tx: Tx): Promise<void> {
    if (employeeId === null || (await this.directory.find(employeeId, tx))) return;
    throw new DomainError('VIOLATION_PERSON_NOT_EMPLOYED', { employeeId }, 'aboutEmployeeId');
  }
}

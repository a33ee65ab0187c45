import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { businessDateOf } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { appraisalFact, productFact, violationFact } from '../../domain/plan/training-need.js';
import { TrainingFindings } from '../../persistence/plan/training-plan.repository.js';

/** Counts what other departments found, for the needs analysis of the plan; whom it was about is not kept [6.1]. */
@Injectable()
export class CountFinding {
  constructor(
    private readonly findings: TrainingFindings,
    private readonly parameters: Parameters,
  ) {}

  /** Weak is judged by the parameter in force on the day on which the quarter was closed. */
  async ofAppraisal({ data, time }: EventMessage<'hr.appraisal-closed.v1'>, tx: Tx): Promise<void> {
    const least = await this.parameters.number('training.weak-score', businessDateOf(new Date(time)));
    await this.findings.count(appraisalFact(data, least), tx);
  }

  ofProduct(data: EventData<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    return this.findings.count(productFact(data), tx);
  }

  ofViolation({ data, time }: EventMessage<'compliance.violation-confirmed.v1'>, tx: Tx): Promise<void> {
    const { kind, severity } = data;
    return this.findings.count(violationFact({ kind, severity, confirmedOn: businessDateOf(new Date(time)) }), tx);
  }
}

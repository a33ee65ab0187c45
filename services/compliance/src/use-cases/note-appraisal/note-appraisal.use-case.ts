import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteAppraisal } from '../../domain/violation/violation.js';
import type { ViolationAppraisal } from '../../domain/violation/violation.js';
import { Violations } from '../../persistence/violation.repository.js';

const APPRAISE = 'appraise-violation';

/** What hr made of a confirmed violation: a fact beside it, never refused [5.4]. */
@Injectable()
export class NoteAppraisal {
  constructor(private readonly violations: Violations) {}

  async reflected(violationId: string, { handoff, result, at }: EventData<'hr.handoff-completed.v1'>, tx: Tx): Promise<void> {
    if (handoff !== APPRAISE) return;
    const { appraisalId, quarter } = result;
    await this.note(violationId, { appraisalId: String(appraisalId), quarter: String(quarter), reasons: [], at: new Date(at) }, tx);
  }

  async returned(violationId: string, { handoff, code, reasons, at }: EventData<'hr.handoff-returned.v1'>, tx: Tx): Promise<void> {
    if (handoff !== APPRAISE) return;
    await this.note(violationId, { appraisalId: null, quarter: null, reasons: [code, ...reasons], at: new Date(at) }, tx);
  }

  private async note(violationId: string, appraisal: ViolationAppraisal, tx: Tx): Promise<void> {
    const violation = await this.violations.find(violationId, tx);
    if (violation) await this.violations.save(noteAppraisal(violation, appraisal), tx);
  }
}

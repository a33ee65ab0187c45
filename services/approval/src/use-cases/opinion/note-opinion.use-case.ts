import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteOpinion } from '../../domain/case/opinion.js';
import type { OpinionAnswer } from '../../domain/case/opinion.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';

/** What a department said to a question of the committee: a fact beside it, never refused [8.5]. */
@Injectable()
export class NoteOpinion {
  constructor(private readonly cases: ApprovalCases) {}

  given(applicationId: string, { handoffId, result, at }: EventData<'risk.handoff-completed.v1'>, tx: Tx): Promise<void> {
    const { stance, text, givenBy } = result;
    const answer = { kind: 'GIVEN' as const, stance: String(stance), text: String(text), by: String(givenBy), at: new Date(at) };
    return this.note(applicationId, handoffId, answer, tx);
  }

  returned(applicationId: string, { handoffId, code, reasons, at }: EventData<'risk.handoff-returned.v1'>, tx: Tx): Promise<void> {
    const answer = { kind: 'RETURNED' as const, stance: null, text: reasons.join('; ') || code, by: null, at: new Date(at) };
    return this.note(applicationId, handoffId, answer, tx);
  }

  recalled(applicationId: string, { handoffId, reason, at }: EventData<'risk.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    const answer = { kind: 'RECALLED' as const, stance: null, text: reason, by: null, at: new Date(at) };
    return this.note(applicationId, handoffId, answer, tx);
  }

  private async note(applicationId: string, handoffId: string, answer: OpinionAnswer, tx: Tx): Promise<void> {
    for (const approvalCase of await this.cases.ofApplication(applicationId, tx)) {
      const noted = noteOpinion(approvalCase, handoffId, answer);
      if (noted !== approvalCase) await this.cases.save(noted, tx);
    }
  }
}

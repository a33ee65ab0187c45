import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteOutcome } from '../../domain/after-loan/warning.js';
import type { WarningOutcome } from '../../domain/after-loan/warning.js';
import { Applications } from '../../persistence/application/application.repository.js';

const ASSESS = 'assess-alert';

/** What risk made of a warning: a fact beside it, never refused [7.4]. */
@Injectable()
export class NoteWarningOutcome {
  constructor(private readonly applications: Applications) {}

  async assessed(applicationId: string, data: EventData<'risk.handoff-completed.v1'>, tx: Tx): Promise<void> {
    if (data.handoff !== ASSESS) return;
    await this.note(applicationId, data, { measure: String(data.result['measure']), reasons: [], at: new Date(data.at) }, tx);
  }

  returned(applicationId: string, data: EventData<'risk.handoff-returned.v1'>, tx: Tx): Promise<void> {
    const reasons = data.reasons.length > 0 ? data.reasons : [data.code];
    return this.note(applicationId, data, { measure: null, reasons, at: new Date(data.at) }, tx);
  }

  private async note(applicationId: string, of: { handoffId: string }, outcome: WarningOutcome, tx: Tx): Promise<void> {
    const application = await this.applications.find(applicationId, tx);
    if (!application) return;
    const warnings = noteOutcome(application.warnings, of.handoffId, outcome);
    if (warnings !== application.warnings) await this.applications.save({ ...application, warnings }, tx);
  }
}

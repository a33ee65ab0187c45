import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteAppraisal } from '../use-cases/note-appraisal/note-appraisal.use-case.js';

/** Hr took a violation into an appraisal. */
@Injectable()
export class NoteAppraisalWhenReflected extends EventConsumer<'hr.handoff-completed.v1'> {
  readonly type = 'hr.handoff-completed.v1';

  constructor(private readonly appraisal: NoteAppraisal) {
    super();
  }

  handle({ subject, data }: EventMessage<'hr.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.appraisal.reflected(subject, data, tx);
  }
}

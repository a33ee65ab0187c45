import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteAppraisal } from '../use-cases/note-appraisal/note-appraisal.use-case.js';

/** Hr cannot appraise a violation and says why. */
@Injectable()
export class NoteAppraisalWhenReturned extends EventConsumer<'hr.handoff-returned.v1'> {
  readonly type = 'hr.handoff-returned.v1';

  constructor(private readonly appraisal: NoteAppraisal) {
    super();
  }

  handle({ subject, data }: EventMessage<'hr.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.appraisal.returned(subject, data, tx);
  }
}

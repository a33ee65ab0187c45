import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteAppraisalScore } from '../use-cases/effect/note-appraisal-score.use-case.js';

/** Hr closed a quarter of somebody. */
@Injectable()
export class NoteScoreWhenAppraisalClosed extends EventConsumer<'hr.appraisal-closed.v1'> {
  readonly type = 'hr.appraisal-closed.v1';

  constructor(private readonly score: NoteAppraisalScore) {
    super();
  }

  handle({ data }: EventMessage<'hr.appraisal-closed.v1'>, tx: Tx): Promise<void> {
    return this.score.apply(data, tx);
  }
}

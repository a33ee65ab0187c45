import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteOpinion } from '../use-cases/opinion/note-opinion.use-case.js';

// A department gave its opinion. Each department has its own fact; a work that the committee did not ask for is nobody's opinion.

@Injectable()
export class NoteRiskOpinionWhenGiven extends EventConsumer<'risk.handoff-completed.v1'> {
  readonly type = 'risk.handoff-completed.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'risk.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.opinion.given(subject, data, tx);
  }
}

@Injectable()
export class NoteFinanceOpinionWhenGiven extends EventConsumer<'finance.handoff-completed.v1'> {
  readonly type = 'finance.handoff-completed.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'finance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.opinion.given(subject, data, tx);
  }
}

@Injectable()
export class NoteLegalOpinionWhenGiven extends EventConsumer<'compliance.handoff-completed.v1'> {
  readonly type = 'compliance.handoff-completed.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'compliance.handoff-completed.v1'>, tx: Tx): Promise<void> {
    return this.opinion.given(subject, data, tx);
  }
}

export const opinionGivenConsumers = [NoteRiskOpinionWhenGiven, NoteFinanceOpinionWhenGiven, NoteLegalOpinionWhenGiven];

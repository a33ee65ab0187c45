import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteOpinion } from '../use-cases/opinion/note-opinion.use-case.js';

// An opinion fell away with the application. Each department has its own fact; a work that the committee did not ask for is nobody's opinion.

@Injectable()
export class NoteRiskOpinionWhenRecalled extends EventConsumer<'risk.handoff-recalled.v1'> {
  readonly type = 'risk.handoff-recalled.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'risk.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.opinion.recalled(subject, data, tx);
  }
}

@Injectable()
export class NoteFinanceOpinionWhenRecalled extends EventConsumer<'finance.handoff-recalled.v1'> {
  readonly type = 'finance.handoff-recalled.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'finance.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.opinion.recalled(subject, data, tx);
  }
}

@Injectable()
export class NoteLegalOpinionWhenRecalled extends EventConsumer<'compliance.handoff-recalled.v1'> {
  readonly type = 'compliance.handoff-recalled.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'compliance.handoff-recalled.v1'>, tx: Tx): Promise<void> {
    return this.opinion.recalled(subject, data, tx);
  }
}

export const opinionRecalledConsumers = [NoteRiskOpinionWhenRecalled, NoteFinanceOpinionWhenRecalled, NoteLegalOpinionWhenRecalled];

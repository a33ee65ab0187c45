import { Injectable } from '@nestjs/common';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { NoteOpinion } from '../use-cases/opinion/note-opinion.use-case.js';

// A department has no opinion and says why. Each department has its own fact; a work that the committee did not ask for is nobody's opinion.

@Injectable()
export class NoteRiskOpinionWhenReturned extends EventConsumer<'risk.handoff-returned.v1'> {
  readonly type = 'risk.handoff-returned.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'risk.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.opinion.returned(subject, data, tx);
  }
}

@Injectable()
export class NoteFinanceOpinionWhenReturned extends EventConsumer<'finance.handoff-returned.v1'> {
  readonly type = 'finance.handoff-returned.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'finance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.opinion.returned(subject, data, tx);
  }
}

@Injectable()
export class NoteLegalOpinionWhenReturned extends EventConsumer<'compliance.handoff-returned.v1'> {
  readonly type = 'compliance.handoff-returned.v1';

  constructor(private readonly opinion: NoteOpinion) {
    super();
  }

  handle({ subject, data }: EventMessage<'compliance.handoff-returned.v1'>, tx: Tx): Promise<void> {
    return this.opinion.returned(subject, data, tx);
  }
}

export const opinionReturnedConsumers = [NoteRiskOpinionWhenReturned, NoteFinanceOpinionWhenReturned, NoteLegalOpinionWhenReturned];

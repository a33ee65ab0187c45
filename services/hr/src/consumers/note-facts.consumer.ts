import { Injectable } from '@nestjs/common';
import { parseLocalDate } from '@weilend/kernel';
import { EventConsumer } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Hear } from '../use-cases/indicator/hear.use-case.js';

@Injectable()
export class CountHoursWhenTrainingEvaluated extends EventConsumer<'training.evaluated.v1'> {
  readonly type = 'training.evaluated.v1';

  constructor(private readonly hear: Hear) {
    super();
  }

  async handle({ data }: EventMessage<'training.evaluated.v1'>, tx: Tx): Promise<void> {
    const saying = { kind: 'PLAIN', fact: 'TRAINING', value: data.hours, marked: false, on: parseLocalDate(data.evaluatedOn) } as const;
    for (const employeeId of data.attendeeIds) await this.hear.apply({ employeeId, aboutId: data.sessionId, saying }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { completeCollection, returnWork } from '../../domain/measure/measure-work.js';
import { MeasureWorks } from '../../persistence/measure.repository.js';
import { MeasureEnd } from '../measure-end.js';

export interface EndMeasureWorkRequest {
  readonly requestKey?: string | null;
  readonly workId: string;
  readonly text: string;
}

/** What came of a measure, said by who worked on it; risk hears it with the end of its handoff [7.4]. */
@Injectable()
export class EndMeasureWork {
  constructor(
    private readonly work: UnitOfWork,
    private readonly works: MeasureWorks,
    private readonly end: MeasureEnd,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws MEASURE_ENDS_BY_REQUEST, ILLEGAL_TRANSITION or a text refusal. */
  complete(actor: Actor, input: EndMeasureWorkRequest): Promise<string> {
    return this.work.once({ operation: 'complete-measure-work', actor, input }, async (tx) => {
      const one = await this.works.get(input.workId, tx);
      const ending = { text: input.text, by: employeeIdOf(actor), at: this.clock.now() };
      await this.end.done(completeCollection(one, ending), tx);
      return one.id;
    });
  }

  /** Throws ILLEGAL_TRANSITION or a text refusal. */
  giveBack(actor: Actor, input: EndMeasureWorkRequest): Promise<string> {
    return this.work.once({ operation: 'return-measure-work', actor, input }, async (tx) => {
      const one = await this.works.get(input.workId, tx);
      await this.end.returned(returnWork(one, { text: input.text, by: employeeIdOf(actor), at: this.clock.now() }), tx);
      return one.id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CollectionDays } from '../../persistence/collection-day.repository.js';
import { PaymentPromises } from '../../persistence/payment-promise.repository.js';
import { JudgePromise } from './judge-promise.js';
import { KeepCollectionCases } from './keep-collection-cases.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;

/**
 * The work of collections that a new business date brings, once per date: promises whose day has passed are judged, cases of loans that are late are
 * opened, cases of loans that are not are closed, and sales is asked to speak with the customers who reached another step of the ladder. Each step can be repeated, so that a process that dies loses nothing and doubles nothing [7.4].
 */
@Injectable()
export class RunCollectionDay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly days: CollectionDays,
    private readonly cases: KeepCollectionCases,
    private readonly promises: PaymentPromises,
    private readonly judge: JudgePromise,
    private readonly clock: BusinessClock,
  ) {}

  /** False when the date is done already, or it was stopped before its end. */
  async execute(isStopping: () => boolean = () => false): Promise<boolean> {
    const today = this.clock.today();
    if (await this.days.isDone(today)) return false;
    const judged = await this.judgeDue(isStopping);
    const opened = await this.cases.openLate(isStopping);
    const closed = await this.cases.closeCurrent(isStopping);
    const asked = await this.cases.askSales(isStopping);
    if (isStopping()) return false;
    await this.work.run({ actor: ACTOR, operation: 'run-collection-day' }, (tx) =>
      this.days.done(today, { opened, closed, judged, asked }, tx),
    );
    return true;
  }

  private async judgeDue(isStopping: () => boolean): Promise<number> {
    let judged = 0;
    for (const promiseId of await this.promises.dueIds(this.clock.today())) {
      if (isStopping()) break;
      if (await this.work.run({ actor: ACTOR, operation: 'judge-promise' }, (tx) => this.judge.apply(promiseId, tx))) judged++;
    }
    return judged;
  }
}

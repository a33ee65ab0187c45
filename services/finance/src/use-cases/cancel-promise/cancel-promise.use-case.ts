import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withPromise } from '../../domain/collection/collection-case.js';
import { cancelPromise } from '../../domain/collection/payment-promise.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { PaymentPromises } from '../../persistence/payment-promise.repository.js';

export interface CancelPromiseRequest {
  readonly requestKey?: string | null;
  readonly promiseId: string;
  readonly reason: string;
}

/** Takes a promise off the record of what is expected: it was misheard, or another one takes its place [7.4]. */
@Injectable()
export class CancelPromise {
  constructor(
    private readonly work: UnitOfWork,
    private readonly promises: PaymentPromises,
    private readonly cases: CollectionCases,
    private readonly clock: BusinessClock,
  ) {}

  /** The promise's id. */
  execute(actor: Actor, input: CancelPromiseRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-promise', actor, input }, async (tx) => {
      const today = this.clock.today();
      const promise = cancelPromise(await this.promises.get(input.promiseId, tx), input.reason, today);
      await this.promises.save(promise, tx);
      const one = await this.cases.get(promise.caseId, tx);
      if (one.promiseId === promise.id) await this.cases.save(withPromise(one, promise, today), tx);
      return promise.id;
    });
  }
}

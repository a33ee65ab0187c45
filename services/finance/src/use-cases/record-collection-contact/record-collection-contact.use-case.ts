import { Injectable } from '@nestjs/common';
import { BusinessClock, businessDateOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { planNextAction, withContact, withPromise } from '../../domain/collection/collection-case.js';
import type { CollectionCase } from '../../domain/collection/collection-case.js';
import type { ContactClaim } from '../../domain/collection/collection-contact.js';
import type { PaymentPromise } from '../../domain/collection/payment-promise.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { ContactDesk } from '../contact-desk.js';
import type { ContactWords } from '../contact-desk.js';
import { OpenCollectionCases } from '../open-collection-cases.js';
import { PromiseBook } from '../promise-book.js';

export interface RecordCollectionContactRequest extends ContactClaim, ContactWords {
  readonly requestKey?: string | null;
  readonly loanId: string;
  /** Null leaves it to what was planned and promised. */
  readonly nextActionOn: LocalDate | null;
}

/**
 * Writes down a contact about a late loan, with the promise that was made in it. One in the quiet hours, one too many on that day, or one with somebody
 * who may not be contacted is refused, and the refusal is on record [7.4, regulation.md 1.6].
 */
@Injectable()
export class RecordCollectionContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly open: OpenCollectionCases,
    private readonly cases: CollectionCases,
    private readonly contacts: ContactDesk,
    private readonly promises: PromiseBook,
    private readonly clock: BusinessClock,
  ) {}

  /** The contact's id. */
  execute(actor: Actor, input: RecordCollectionContactRequest): Promise<string> {
    const { requestKey: _requestKey, loanId, note, recordingRef, nextActionOn, ...claim } = input;
    // The stored request must not hold the name, not even hashed without a key.
    const described = { ...input, personName: this.contacts.personIndex(claim.personName) };
    return this.work.once({ operation: 'record-collection-contact', actor, input: described }, async (tx) => {
      const file = await this.open.of(loanId, tx);
      await this.contacts.check(claim, file, tx);
      const id = newId('ctc');
      const promise = claim.promise && (await this.promises.make({ ...claim, id }, file, claim.promise, tx));
      await this.contacts.write(actor, file, { id, claim, promiseId: promise?.id ?? null, note, recordingRef }, tx);
      await this.cases.save(this.next(file.one, { id, on: businessDateOf(claim.tookPlaceAt) }, promise, nextActionOn), tx);
      return id;
    });
  }

  private next(
    before: CollectionCase,
    contact: { id: string; on: LocalDate },
    promise: PaymentPromise | null,
    nextActionOn: LocalDate | null,
  ): CollectionCase {
    const today = this.clock.today();
    const contacted = withContact(before, contact);
    const promised = promise ? withPromise(contacted, promise, today) : contacted;
    return nextActionOn === null ? promised : planNextAction(promised, nextActionOn, today);
  }
}

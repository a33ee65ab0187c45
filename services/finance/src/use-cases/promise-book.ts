import { Injectable } from '@nestjs/common';
import { businessDateOf, DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { makePromise } from '../domain/collection/payment-promise.js';
import type { PaymentPromise, PromisedPayment } from '../domain/collection/payment-promise.js';
import { standingOf } from '../domain/loan/standing.js';
import { PaymentPromises } from '../persistence/payment-promise.repository.js';
import { CollectionRules } from '../persistence/collection-rules.js';
import type { CaseOfLoan } from './open-collection-cases.js';

/** Promises to pay as they are given in contacts: one at a time for a loan. */
@Injectable()
export class PromiseBook {
  constructor(
    private readonly promises: PaymentPromises,
    private readonly rules: CollectionRules,
  ) {}

  /** Throws DomainError PROMISE_ALREADY_OPEN, PROMISE_AMOUNT_INVALID or PROMISE_DATE_INVALID. */
  async make(
    contact: { id: string; tookPlaceAt: Date },
    { loan, one }: CaseOfLoan,
    wish: PromisedPayment,
    tx: Tx,
  ): Promise<PaymentPromise> {
    const standing = await this.promises.openOf(loan.id, tx);
    if (standing) throw new DomainError('PROMISE_ALREADY_OPEN', { promiseId: standing.id }, 'promise');
    const madeOn = businessDateOf(contact.tookPlaceAt);
    const withinDays = await this.rules.promiseWithinDays(madeOn);
    const { payoffFen } = standingOf(loan, wish.byOn);
    const { customerId, salespersonId } = loan;
    const facts = { id: newId('ptp'), loanId: loan.id, caseId: one.id, customerId, salespersonId, contactId: contact.id };
    return this.promises.insert(makePromise(facts, wish, { madeOn, withinDays, payoffFen }), tx);
  }
}

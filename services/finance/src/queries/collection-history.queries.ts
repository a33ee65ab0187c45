import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import type { CollectionCase } from '../domain/collection/collection-case.js';
import type { PaymentPromise } from '../domain/collection/payment-promise.js';
import { collectionCaseCollection, collectionContactCollection, paymentPromiseCollection } from '../persistence/collection.schema.js';
import type { CollectionContact } from '../persistence/collection-contact.repository.js';
import { ownFilter, plain } from './scope.js';

/** What leaves the service: never the name of a third person, not even encrypted. */
export const SHOWN_CONTACT = {
  ...({ caseId: 1, loanId: 1, channel: 1, whom: 1, result: 1, effectiveVoice: 1, tookPlaceAt: 1, on: 1, maskedPerson: 1 } as const),
  ...({ guaranteeRef: 1, thirdPartyReason: 1, note: 1, recordingRef: 1, promiseId: 1, recordedBy: 1, recordedAt: 1 } as const),
} as const;

export type ShownContact = Omit<CollectionContact, 'personName' | 'version'> & { readonly maskedPerson: string | null };

export interface LoanHistoryRequest extends PageRequest {
  readonly loanId: string;
}

/** The history of collection of one loan, newest first, in the actor's scope. */
@Injectable()
export class CollectionHistory {
  constructor(private readonly database: Database) {}

  contacts({ loanId, ...page }: LoanHistoryRequest, actor: Actor): Promise<Page<ShownContact>> {
    const filter = { loanId, ...ownFilter(actor, 'salespersonId') };
    const map = (row: Parameters<typeof plain>[0]): ShownContact => shown(plain<ShownContact & Record<string, unknown>>(row));
    return pageOf(this.database.model(collectionContactCollection), page, { filter, map });
  }

  cases({ loanId, ...page }: LoanHistoryRequest, actor: Actor): Promise<Page<CollectionCase>> {
    const filter = { loanId, ...ownFilter(actor, 'salespersonId') };
    return pageOf(this.database.model(collectionCaseCollection), page, { filter, map: (row) => plain<CollectionCase>(row) });
  }

  promises({ loanId, ...page }: LoanHistoryRequest, actor: Actor): Promise<Page<PaymentPromise>> {
    const filter = { loanId, ...ownFilter(actor, 'salespersonId') };
    return pageOf(this.database.model(paymentPromiseCollection), page, { filter, map: (row) => plain<PaymentPromise>(row) });
  }
}

function shown(contact: ShownContact & Record<string, unknown>): ShownContact {
  const { personName: _name, personIndex: _index, ...rest } = contact;
  return rest;
}

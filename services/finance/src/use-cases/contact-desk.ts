import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, businessDateOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { checkContact } from '../domain/collection/collection-contact.js';
import type { ContactClaim } from '../domain/collection/collection-contact.js';
import { plainNote } from '../domain/collection/plain-words.js';
import { CollectionContacts } from '../persistence/collection-contact.repository.js';
import { CollectionRules } from '../persistence/collection-rules.js';
import type { CaseOfLoan } from './open-collection-cases.js';

export interface ContactWords {
  readonly note: string;
  /** Where the recording of the conversation is kept. */
  readonly recordingRef: string | null;
}

export interface ContactToWrite extends ContactWords {
  readonly id: string;
  readonly claim: ContactClaim;
  readonly promiseId: string | null;
}

/** Contacts with debtors and others: what the rules of their day say, and the rows that are kept. */
@Injectable()
export class ContactDesk {
  constructor(
    private readonly contacts: CollectionContacts,
    private readonly rules: CollectionRules,
    private readonly clock: BusinessClock,
  ) {}

  personIndex(personName: string | null): string | null {
    return this.contacts.personIndex(personName);
  }

  /** Throws the DomainError of the rule that the contact breaks; contacts with one debtor take turns. */
  async check(claim: ContactClaim, { loan, one }: CaseOfLoan, tx: Tx): Promise<void> {
    const on = businessDateOf(claim.tookPlaceAt);
    await this.contacts.takeTurn(loan.customerId, tx);
    const facts = {
      now: this.clock.now(),
      overdueSince: one.overdueSince,
      conversations: await this.contacts.conversations(loan.customerId, on, tx),
      refusedBefore: await this.contacts.hasRefused(loan.customerId, claim.personName, tx),
    };
    checkContact(claim, facts, await this.rules.calling(on));
  }

  async write(actor: Actor, { loan, one }: CaseOfLoan, contact: ContactToWrite, tx: Tx): Promise<void> {
    const { id, claim, promiseId, note, recordingRef } = contact;
    const { promise: _promise, ...told } = claim;
    const { customerId, salespersonId } = loan;
    const row = { ...told, personName: claim.personName?.trim() ?? null, guaranteeRef: claim.guaranteeRef?.trim() ?? null, promiseId };
    const recorded = { recordedBy: actorRef(actor), recordedAt: this.clock.now(), on: businessDateOf(claim.tookPlaceAt) };
    const words = { note: plainNote(note, 'note'), recordingRef: recordingRef?.trim() || null };
    await this.contacts.insert(
      { id, version: 0, caseId: one.id, loanId: loan.id, customerId, salespersonId, ...row, ...words, ...recorded },
      tx,
    );
  }
}

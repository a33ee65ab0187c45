import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { BusinessClock, businessDateOf } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { withContact } from '../../domain/collection/collection-case.js';
import { contactOfSales } from '../../domain/collection/sales-contact.js';
import { CollectionCases } from '../../persistence/collection-case.repository.js';
import { CollectionContacts } from '../../persistence/collection-contact.repository.js';
import { Loans } from '../../persistence/loan.repository.js';

/** Sales spoke with a late customer: one more row of his contacts, once for each conversation, and counted on its day like any other [7.4]. */
@Injectable()
export class NoteSalesContact {
  constructor(
    private readonly contacts: CollectionContacts,
    private readonly cases: CollectionCases,
    private readonly loans: Loans,
    private readonly clock: BusinessClock,
  ) {}

  async apply(loanId: string, { handoff, result }: EventData<'sales.handoff-completed.v1'>, tx: Tx): Promise<void> {
    if (handoff !== 'work-arrears') return;
    const { interactionId, caseId, way, result: told, heldAt, by } = result;
    // One conversation may end several steps; all of them name it.
    const id = String(interactionId).replace(/^int_/, 'ctc_');
    const [loan, known] = [await this.loans.find(loanId, tx), await this.contacts.find(id, tx)];
    if (!loan || known) return;
    const claim = contactOfSales({ way: String(way), result: String(told), heldAt: new Date(String(heldAt)) });
    const on = businessDateOf(claim.tookPlaceAt);
    const { customerId, salespersonId } = loan;
    await this.contacts.takeTurn(customerId, tx);
    const words = { note: `sales: ${String(interactionId)}`, recordingRef: null, promiseId: null };
    const recorded = { on, recordedBy: `employee:${String(by)}`, recordedAt: this.clock.now() };
    await this.contacts.insert(
      { id, version: 0, caseId: String(caseId), loanId, customerId, salespersonId, ...claim, ...words, ...recorded },
      tx,
    );
    const one = await this.cases.find(String(caseId), tx);
    if (one?.state === 'OPEN') await this.cases.save(withContact(one, { id, on }), tx);
  }
}

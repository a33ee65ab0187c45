import { Injectable } from '@nestjs/common';
import { canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { CollectionDefinition, Tx } from '@weilend/mongo';
import { withParticipants } from '../../domain/application/application.js';
import type { LoanApplication } from '../../domain/application/application.js';
import type { Customer } from '../../domain/customer/customer-file.js';
import { handOver } from '../../domain/customer/portfolio.js';
import { applicationCollection } from '../application/application.schema.js';
import { arrearsTaskCollection } from '../after-loan/arrears-task.schema.js';
import { securityTaskCollection } from '../after-loan/security-task.schema.js';
import { eventInvitationCollection } from '../care/event.schema.js';
import { ticketCollection } from '../care/feedback.schema.js';
import { surveyInvitationCollection } from '../care/survey.schema.js';
import { followUpCollection, markCollection, plannedVisitCollection, visitCollection } from '../care/visit.schema.js';
import { amendmentCollection } from '../contract/amendment.schema.js';
import { contractCollection } from '../contract/contract.schema.js';
import { enquiryCollection, proposalCollection } from '../enquiry/enquiry.schema.js';
import { interactionCollection } from '../enquiry/interaction.schema.js';
import { referralBarCollection, referralCollection } from '../acquisition/referral.schema.js';
import { leadCollection } from '../acquisition/lead.schema.js';
import { customerCollection } from './customer.schema.js';
import { leadWork } from './open-work.js';
import { rewriteRows } from './rewrite-rows.js';
import type { Plain, Row } from './rewrite-rows.js';

interface Holding {
  readonly collection: CollectionDefinition;
  /** The field that names the customer. */
  readonly customerField: string;
  /** The field that names who acts for him; null where it only says who did something once. */
  readonly ownerField: string | null;
  /** What changes hands, where a row that is over keeps who had it. */
  readonly open?: Readonly<Record<string, unknown>>;
  /** A customer has one for each of these: what the other file has too stays with the merged one. */
  readonly onceFor?: string;
}

/** Everything of sales that hangs on a customer: it follows his file when files are merged, and his salesperson when he is handed over. */
const HOLDINGS: readonly Holding[] = [
  { collection: leadCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: leadCollection, customerField: 'referrerId', ownerField: null },
  { collection: enquiryCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: proposalCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: applicationCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: contractCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: amendmentCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: interactionCollection, customerField: 'customerId', ownerField: 'salespersonId' },
  { collection: referralCollection, customerField: 'referrerId', ownerField: null },
  { collection: referralCollection, customerField: 'customerId', ownerField: null, onceFor: 'customerId' },
  { collection: visitCollection, customerField: 'customerId', ownerField: null },
  { collection: plannedVisitCollection, customerField: 'customerId', ownerField: 'salespersonId', open: { state: 'planned' } },
  { collection: followUpCollection, customerField: 'customerId', ownerField: 'ownerId', open: { state: 'open' } },
  { collection: securityTaskCollection, customerField: 'customerId', ownerField: 'ownerId', open: { state: 'open' } },
  { collection: arrearsTaskCollection, customerField: 'customerId', ownerField: 'ownerId', open: { state: 'open' } },
  { collection: markCollection, customerField: 'customerId', ownerField: null },
  // Feedback changes hands by a rule of its own: never to who may be to blame (CareOwner).
  { collection: ticketCollection, customerField: 'customerId', ownerField: null },
  {
    ...{ collection: surveyInvitationCollection, customerField: 'customerId', onceFor: 'campaignId' },
    ...{ ownerField: 'salespersonId', open: { state: 'invited' } },
  },
  { collection: eventInvitationCollection, customerField: 'customerId', ownerField: null, onceFor: 'eventId' },
];

export interface Handing {
  readonly from: string;
  readonly to: string;
  readonly since: LocalDate;
  readonly reason: string;
}

/** Moves what hangs on customers, each document by its version, so that whoever works on one at the same time has to look again. */
@Injectable()
export class CustomerHoldings {
  constructor(private readonly database: Database) {}

  /** To another file of the same customer. Files that were merged into the old one follow. */
  async moveTo(fromId: string, toId: string, tx: Tx): Promise<void> {
    for (const { collection, customerField, onceFor } of HOLDINGS) {
      const taken = onceFor ? await this.valuesOf(collection, onceFor, toId, tx) : [];
      if (onceFor === customerField && taken.length > 0) continue;
      const free = onceFor && onceFor !== customerField ? { [onceFor]: { $nin: taken } } : {};
      await this.rewrite(collection, { [customerField]: fromId, ...free }, () => ({ [customerField]: toId }), tx);
    }
    await this.keepBar(fromId, toId, tx);
    await this.rewrite(customerCollection, { mergedInto: fromId }, () => ({ mergedInto: toId, 'merged.intoId': toId }), tx);
  }

  /** Files, merged ones too, with everything that is open on them and that the old owner acted on; the applications among it. */
  async giveCustomers(customerIds: readonly string[], handing: Handing, tx: Tx): Promise<readonly string[]> {
    const ids = [...customerIds];
    const owned = { ownerId: handing.to, since: handing.since, reason: handing.reason };
    const handed = (row: Row): Plain => {
      const { ownerId, owners } = handOver(row as unknown as Customer, owned);
      return { ownerId, owners };
    };
    await this.rewrite(customerCollection, { _id: { $in: ids } }, handed, tx);
    await this.rewrite(customerCollection, { mergedInto: { $in: ids } }, handed, tx);
    return this.giveWork(ids, handing, tx);
  }

  /** Only what is done for customers, without their files; the applications among it. */
  async giveWork(customerIds: readonly string[], handing: Pick<Handing, 'from' | 'to'>, tx: Tx): Promise<readonly string[]> {
    let applications: readonly string[] = [];
    for (const { collection, customerField, ownerField, open = {} } of HOLDINGS) {
      if (!ownerField) continue;
      const filter = { ...open, [customerField]: { $in: [...customerIds] }, [ownerField]: handing.from };
      const given = await this.rewrite(collection, filter, (row) => actedOnBy(collection, row, handing.to, ownerField), tx);
      if (collection === applicationCollection) applications = given;
    }
    return applications;
  }

  /** Leads that are no customers yet, at most `limit`, with their enquiries and proposals; how many leads. */
  async giveLeads({ from, to }: Pick<Handing, 'from' | 'to'>, limit: number, tx: Tx): Promise<number> {
    const given = (): Plain => ({ salespersonId: to });
    const rewriting = { filter: openLeadsOf(from), limit };
    const leads = await rewriteRows(this.database, leadCollection, { rewriting, change: given }, tx);
    const enquiries = await this.rewrite(enquiryCollection, { leadId: { $in: leads }, salespersonId: from }, given, tx);
    await this.rewrite(proposalCollection, { enquiryId: { $in: enquiries }, salespersonId: from }, given, tx);
    return leads.length;
  }

  /** Who earns nothing for referrals does not begin to by a merge. */
  private async keepBar(fromId: string, toId: string, tx: Tx): Promise<void> {
    const { collection } = this.database.model(referralBarCollection);
    const bar = await collection.findOne({ _id: fromId } as never, { session: tx.session });
    if (!bar) return;
    const kept = { ...bar, _id: toId, version: 1 };
    const outcome = await collection.updateOne({ _id: toId } as never, { $setOnInsert: kept } as never, {
      upsert: true,
      session: tx.session,
    });
    if (outcome.upsertedCount > 0) tx.wrote(referralBarCollection.name, toId, canonicalHash(kept));
  }

  private async valuesOf(definition: CollectionDefinition, field: string, customerId: string, tx: Tx): Promise<unknown[]> {
    const { collection } = this.database.model(definition);
    const rows = await collection.find({ customerId } as never, { session: tx.session, projection: { [field]: 1 } }).toArray();
    return rows.map((row) => (row as unknown as Plain)[field]);
  }

  private rewrite(definition: CollectionDefinition, filter: Plain, change: (row: Row) => Plain, tx: Tx): Promise<string[]> {
    return rewriteRows(this.database, definition, { rewriting: { filter }, change }, tx);
  }
}

/** Open leads without a customer: those with one go with him. */
export function openLeadsOf(salespersonId: string | { readonly $in: readonly string[] }): Record<string, unknown> {
  return { ...leadWork.open, salespersonId, customerId: null };
}

/** Who takes over an application that is not signed takes part in it from now on; who had it stays among those who took part. */
export function actedOnBy(collection: CollectionDefinition, row: Row, to: string, ownerField: string): Plain {
  if (collection !== applicationCollection || (row as unknown as LoanApplication).desk === 'signed') return { [ownerField]: to };
  const { participants } = withParticipants(row as unknown as LoanApplication, [{ role: 'SALESPERSON', employeeId: to }]);
  return { [ownerField]: to, participants };
}

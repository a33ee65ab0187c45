import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { caseStatus } from '../domain/collection/collection-case.js';
import type { CaseStatus, CollectionCase } from '../domain/collection/collection-case.js';
import { overdueOf } from '../domain/collection/overdue-amounts.js';
import type { OverdueAmounts } from '../domain/collection/overdue-amounts.js';
import type { PaymentPromise } from '../domain/collection/payment-promise.js';
import type { Loan } from '../domain/loan/loan.js';
import { standingOf } from '../domain/loan/standing.js';
import type { LoanStanding } from '../domain/loan/standing.js';
import { collectionCaseCollection, collectionContactCollection, paymentPromiseCollection } from '../persistence/collection.schema.js';
import { loanCollection } from '../persistence/loan.schema.js';
import { CollectionRules } from '../persistence/collection-rules.js';
import { SHOWN_CONTACT } from './collection-history.queries.js';
import type { ShownContact } from './collection-history.queries.js';
import { plain } from './scope.js';

/** What a collector needs of one late loan. */
export interface CollectionItem {
  readonly loan: Loan;
  readonly standing: LoanStanding;
  readonly overdue: OverdueAmounts;
  readonly status: CaseStatus;
  readonly one: CollectionCase | null;
  readonly lastContact: ShownContact | null;
  readonly promise: PaymentPromise | null;
  readonly brokenPromises: number;
  readonly brokenPromisesLimit: number;
  /** About this loan. */
  readonly contactsToday: number;
  /** With this debtor, over all of his loans. */
  readonly conversationsToday: number;
}

interface TodayRow {
  readonly _id: { readonly customerId: string; readonly loanId: string };
  readonly contacts: number;
  readonly conversations: number;
}

/** Late loans with all that belongs to them, a page at a time: six questions however many loans. */
@Injectable()
export class CollectionItems {
  constructor(
    private readonly database: Database,
    private readonly rules: CollectionRules,
    private readonly clock: BusinessClock,
  ) {}

  /** In the order of the ids; those that are not late at this moment are left out. */
  async of(loanIds: readonly string[]): Promise<CollectionItem[]> {
    const today = this.clock.today();
    const loans = await this.byId<Loan>(loanCollection, '_id', { _id: { $in: [...loanIds] } });
    const cases = await this.byId<CollectionCase>(collectionCaseCollection, 'loanId', { loanId: { $in: [...loanIds] }, state: 'OPEN' });
    const ids = (read: (one: CollectionCase) => string | null): string[] => [...cases.values()].flatMap((one) => read(one) ?? []);
    const contactIds = { _id: { $in: ids((one) => one.lastContactId) } };
    const contacts = await this.byId<ShownContact>(collectionContactCollection, '_id', contactIds, SHOWN_CONTACT);
    const promises = await this.byId<PaymentPromise>(paymentPromiseCollection, '_id', { _id: { $in: ids((one) => one.promiseId) } });
    const broken = await this.brokenOf(loanIds);
    const counts = await this.countsOf([...new Set([...loans.values()].map((loan) => loan.customerId))], today);
    const brokenPromisesLimit = await this.rules.brokenPromises(today);
    const view = (loan: Loan, standing: LoanStanding): CollectionItem => {
      const one = cases.get(loan.id) ?? null;
      const ofDebtor = counts.filter(({ _id }) => _id.customerId === loan.customerId);
      return {
        ...{ loan, standing, overdue: overdueOf(loan, today), status: caseStatus(one), one, brokenPromisesLimit },
        lastContact: (one?.lastContactId && contacts.get(one.lastContactId)) || null,
        promise: (one?.promiseId && promises.get(one.promiseId)) || null,
        brokenPromises: broken.get(loan.id) ?? 0,
        contactsToday: ofDebtor.find(({ _id }) => _id.loanId === loan.id)?.contacts ?? 0,
        conversationsToday: ofDebtor.reduce((total, row) => total + row.conversations, 0),
      };
    };
    return loanIds.flatMap((id) => {
      const loan = loans.get(id);
      if (!loan) return [];
      const standing = standingOf(loan, today);
      return standing.overdueSince === null ? [] : [view(loan, standing)];
    });
  }

  private async byId<T>(
    definition: Parameters<Database['model']>[0],
    key: string,
    filter: object,
    shown: Record<string, 1> = {},
  ): Promise<Map<string, T>> {
    const rows = await this.database
      .model(definition)
      .find(filter as never, shown)
      .lean<Stored[]>()
      .exec();
    return new Map(rows.map((row) => [String(row[key]), plain<T>(row)]));
  }

  private async brokenOf(loanIds: readonly string[]): Promise<Map<string, number>> {
    const rows = this.database
      .collection(paymentPromiseCollection.name)
      .aggregate<{ _id: string; broken: number }>([
        { $match: { loanId: { $in: [...loanIds] }, state: 'BROKEN' } },
        { $group: { _id: '$loanId', broken: { $sum: 1 } } },
      ]);
    return new Map((await rows.toArray()).map(({ _id, broken }) => [_id, broken]));
  }

  private countsOf(customerIds: readonly string[], on: LocalDate): Promise<TodayRow[]> {
    const spoken = { $cond: [{ $and: ['$effectiveVoice', { $eq: ['$whom', 'DEBTOR'] }] }, 1, 0] };
    return this.database
      .collection(collectionContactCollection.name)
      .aggregate<TodayRow>([
        { $match: { customerId: { $in: [...customerIds] }, on } },
        { $group: { _id: { customerId: '$customerId', loanId: '$loanId' }, contacts: { $sum: 1 }, conversations: { $sum: spoken } } },
      ])
      .toArray();
  }
}

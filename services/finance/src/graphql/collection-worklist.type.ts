import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Bucket } from '../domain/arrears/past-due.js';
import { CASE_STATUSES } from '../domain/collection/collection-case.js';
import type { PromiseState } from '../domain/collection/payment-promise.machine.js';
import type { CollectionItem } from '../queries/collection-items.queries.js';
import { WORKLIST_SORTS } from '../queries/collection-worklist.queries.js';
import type { WorklistSort } from '../queries/collection-worklist.queries.js';
import { caseView, CollectionCaseType, CollectionContactType, contactView } from './collection.type.js';
import { PaymentPromiseType, promiseView, PromiseStateEnum } from './collection.type.js';
import { OverdueBucketEnum } from './loan.type.js';
import { CustomerStub, textEnum } from './shared.type.js';

export const CollectionStatusEnum = textEnum('CollectionStatus', CASE_STATUSES, 'Where the work on a late loan stands (催收进度)');
export const CollectionSortEnum = textEnum('CollectionSort', WORKLIST_SORTS, 'Latest first, or most principal owed first');
export const LateBucketEnum = textEnum(
  'LateBucket',
  ['M1', 'M2_M3', 'M4_PLUS'],
  'Days past due: 1 to 29, 30 to 89, 90 and more (逾期分段)',
);

@ObjectType('OverdueAmounts', { description: 'What is late, part by part (逾期金额)' })
export class OverdueAmountsType {
  @Field(() => Money)
  readonly principal!: number;

  @Field(() => Money)
  readonly interest!: number;

  @Field(() => Money, { description: 'Penalty interest (罚息)' })
  readonly penalty!: number;

  @Field(() => Money)
  readonly fees!: number;

  @Field(() => Money)
  readonly total!: number;
}

@ObjectType('CollectionItem', { description: 'A late loan as a collector sees it in the morning (催收任务)' })
export class CollectionItemType {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => LocalDate, { description: 'Due day of the oldest instalment that is late' })
  readonly overdueSince!: string | null;

  @Field(() => Int)
  readonly daysPastDue!: number;

  @Field(() => OverdueBucketEnum)
  readonly bucket!: string;

  @Field(() => OverdueAmountsType)
  readonly overdue!: OverdueAmountsType;

  @Field(() => Money, { description: 'Principal still owed' })
  readonly outstanding!: number;

  @Field(() => CollectionStatusEnum)
  readonly status!: string;

  @Field(() => CollectionCaseType, { nullable: true, description: 'Null until the night after it became late, or the first act' })
  readonly collectionCase!: CollectionCaseType | null;

  @Field(() => CollectionContactType, { nullable: true })
  readonly lastContact!: CollectionContactType | null;

  @Field(() => PaymentPromiseType, { nullable: true, description: 'The newest promise' })
  readonly promise!: PaymentPromiseType | null;

  @Field(() => Int, { description: 'Promises of this loan that were broken' })
  readonly brokenPromises!: number;

  @Field(() => Boolean, { description: 'As many as the company believes: collection.broken-promises' })
  readonly brokenPromisesReached!: boolean;

  @Field(() => Int, { description: 'Contacts about this loan today' })
  readonly contactsToday!: number;

  @Field(() => Int, { description: 'Effective conversations with this debtor today, over all of his loans' })
  readonly conversationsToday!: number;
}

export const CollectionWorklistConnection = connectionOf(CollectionItemType, 'CollectionItem');

@ArgsType()
export class CollectionWorklistArgs {
  @Field(() => LateBucketEnum, { nullable: true })
  readonly bucket?: Exclude<Bucket, 'CURRENT'> | null;

  @Field(() => Int, { nullable: true })
  readonly minDaysPastDue?: number | null;

  @Field(() => ID, { nullable: true })
  readonly collectorId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Late loans that nobody works on' })
  readonly unassigned?: boolean | null;

  @Field(() => PromiseStateEnum, { nullable: true, description: 'How the newest promise went' })
  readonly promiseState?: PromiseState | null;

  @Field(() => LocalDate, { nullable: true, description: 'The next action is due by this day' })
  readonly nextActionBy?: LocalDateText | null;

  @Field(() => Boolean, { nullable: true, description: 'True: borrowers in hardship only' })
  readonly hardship?: boolean | null;

  @Field(() => CollectionSortEnum, { defaultValue: 'DAYS_PAST_DUE' })
  readonly sort!: WorklistSort;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

export function collectionItemView(item: CollectionItem): CollectionItemType {
  const { loan, standing, overdue, one, lastContact, promise, status, brokenPromises, contactsToday, conversationsToday } = item;
  return {
    ...{ loanId: loan.id, customer: { id: loan.customerId }, outstanding: loan.outstandingFen, status },
    ...{ overdueSince: standing.overdueSince, daysPastDue: standing.daysPastDue, bucket: standing.bucket },
    overdue: {
      ...{ principal: overdue.principalFen, interest: overdue.interestFen, penalty: overdue.penaltyFen },
      ...{ fees: overdue.feesFen, total: overdue.totalFen },
    },
    collectionCase: one && caseView(one),
    lastContact: lastContact && contactView(lastContact),
    promise: promise && promiseView(promise),
    ...{ brokenPromises, brokenPromisesReached: brokenPromises >= item.brokenPromisesLimit, contactsToday, conversationsToday },
  };
}

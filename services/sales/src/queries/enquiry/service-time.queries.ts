import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, daysBetween, DomainError, instantOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { applicationOf } from '../../persistence/application/application.repository.js';
import { applicationCollection } from '../../persistence/application/application.schema.js';
import type { InformingTask } from '../../domain/application/informing.js';
import { serviceFigures } from '../../domain/enquiry/service-times.js';
import type { ServiceFigures, ServiceGiven } from '../../domain/enquiry/service-times.js';
import { enquiryOf } from '../../persistence/enquiry/enquiry.repository.js';
import { enquiryCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';

/** A year and a day: the figures are made from every service of the period. */
const LONGEST_DAYS = 366;
const MOST_LATE = 200;

type Filter = Record<string, unknown>;

/** How fast customers were served in a period, and who waits longer than was promised, in the scope of who asks [1.6]. */
@Injectable()
export class ServiceTimeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** Of all that began to be owed from the first day to the last. Throws DomainError INPUT_INVALID for a period that is none. */
  async figures(from: LocalDate, to: LocalDate, actor: Actor): Promise<readonly ServiceFigures[]> {
    if (to < from || daysBetween(from, to) >= LONGEST_DAYS)
      throw new DomainError('INPUT_INVALID', { problem: `the period is 1 to ${LONGEST_DAYS} days` }, 'to');
    const within = { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) };
    const isWithin = (at: Date): boolean => at >= within.$gte && at < within.$lt;
    const scope = salesScope(actor, 'salespersonId');
    const answers = (await this.enquiries({ receivedAt: within, ...scope })).flatMap(firstResponseOf);
    const proposals = (await this.enquiries({ needsKnownAt: { $type: 'date', ...within }, ...scope })).flatMap(proposalOf);
    const news = (await this.applications({ 'tasks.openedAt': within, ...scope }))
      .flatMap(newsOf)
      .filter(({ openedAt }) => isWithin(openedAt));
    return serviceFigures([...answers, ...proposals, ...news], this.clock.now());
  }

  /** The customers who wait longest beyond their promise first. */
  async late(actor: Actor): Promise<readonly ServiceGiven[]> {
    const now = this.clock.now();
    const before = { $type: 'date', $lt: now };
    const scope = salesScope(actor, 'salespersonId');
    const answers = (await this.enquiries({ responseDueAt: before, ...scope }, 'responseDueAt')).flatMap(firstResponseOf);
    const proposals = (await this.enquiries({ proposalDueAt: before, ...scope }, 'proposalDueAt')).flatMap(proposalOf);
    const news = (await this.applications({ taskDueAt: before, ...scope }, 'taskDueAt')).flatMap(newsOf);
    return [...answers, ...proposals, ...news]
      .filter(({ doneAt, dueAt }) => doneAt === null && dueAt < now)
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .slice(0, MOST_LATE);
  }

  private async enquiries(filter: Filter, oldest?: string) {
    return (await this.rows(enquiryCollection, filter, oldest)).map(enquiryOf);
  }

  private async applications(filter: Filter, oldest?: string) {
    return (await this.rows(applicationCollection, filter, oldest)).map(applicationOf);
  }

  /** All of them, or the `MOST_LATE` oldest by a field that an index is sorted by. */
  private rows(collection: Parameters<Database['model']>[0], filter: Filter, oldest?: string): Promise<Stored[]> {
    const fields = ['salespersonId', 'receivedAt', 'firstResponseDueAt', 'firstRespondedAt', 'closed', 'needsKnownAt'];
    const found = this.database
      .model(collection)
      .find(
        filter as never,
        [...fields, 'firstProposalDueAt', 'firstProposedAt', 'tasks'].filter((one) => collection.schema.path(one)).join(' '),
      );
    return (oldest ? found.sort({ [oldest]: 1 }).limit(MOST_LATE) : found).lean<Stored[]>().exec();
  }
}

type EnquiryRow = ReturnType<typeof enquiryOf>;

/** An enquiry that was closed before its answer was owed to nobody any more. */
function firstResponseOf({
  id: subjectId,
  salespersonId,
  receivedAt,
  firstResponseDueAt,
  firstRespondedAt,
  closed,
}: EnquiryRow): ServiceGiven[] {
  if (closed && !firstRespondedAt) return [];
  const moments = { openedAt: receivedAt, dueAt: firstResponseDueAt, doneAt: firstRespondedAt };
  return [{ kind: 'FIRST_RESPONSE', subjectId, salespersonId, ...moments }];
}

function proposalOf({
  id: subjectId,
  salespersonId,
  needsKnownAt,
  firstProposalDueAt,
  firstProposedAt,
  closed,
}: EnquiryRow): ServiceGiven[] {
  if (!needsKnownAt || !firstProposalDueAt || (closed && !firstProposedAt)) return [];
  const moments = { openedAt: needsKnownAt, dueAt: firstProposalDueAt, doneAt: firstProposedAt };
  return [{ kind: 'PROPOSAL', subjectId, salespersonId, ...moments }];
}

function newsOf({
  id: subjectId,
  salespersonId,
  tasks,
}: {
  id: string;
  salespersonId: string;
  tasks: readonly InformingTask[];
}): ServiceGiven[] {
  return tasks.map(({ topic, openedAt, dueAt, done }) => ({
    ...{ kind: topic === 'RETURNED' ? ('SUPPLEMENT_TOLD' as const) : ('CUSTOMER_INFORMED' as const), subjectId, salespersonId },
    ...{ openedAt, dueAt, doneAt: done?.at ?? null },
  }));
}

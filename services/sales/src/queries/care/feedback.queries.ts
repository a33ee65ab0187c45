import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { feedbackFigures } from '../../domain/care/ticket-figures.js';
import type { CountedTicket, FeedbackFigures } from '../../domain/care/ticket-figures.js';
import { TICKET_STATES } from '../../domain/care/ticket.machine.js';
import { FEEDBACK_KINDS, ticketDueAt } from '../../domain/care/ticket.js';
import type { FeedbackTicket } from '../../domain/care/ticket.js';
import { ticketCollection } from '../../persistence/care/feedback.schema.js';
import { withoutDue } from '../../persistence/care/visit.repository.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst } from '../rows.js';
import { ownedBy } from './visit.queries.js';

export interface TicketView extends FeedbackTicket {
  readonly dueAt: Date | null;
  /** Late, or taken out of the hands of who had it: the manager's matter. */
  readonly escalated: boolean;
}

export interface TicketFilter extends PageRequest {
  readonly state?: string | null;
  readonly kind?: string | null;
  readonly salespersonId?: string | null;
}

export interface DueTickets extends PageRequest {
  readonly overdueOnly?: boolean | null;
  readonly salespersonId?: string | null;
}

export interface FeedbackPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly salespersonId?: string | null;
}

/** The read side of feedback. Who is complained about does not see it, unless he handles everything. */
@Injectable()
export class FeedbackQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** Tickets that somebody handles, handed in, or that are of his customers. */
  async byIds(ids: readonly string[], actor: Actor): Promise<TicketView[]> {
    const { ownerId } = salesScope(actor, 'ownerId');
    const his = [{ ownerId }, { openedBy: ownerId }, { salespersonId: ownerId, aboutEmployeeId: { $ne: ownerId } }];
    const rows = await newestFirst(this.model(), { _id: { $in: [...ids] }, ...(ownerId ? { $or: his } : {}) });
    return rows.map((row) => this.view(row));
  }

  /** Newest first; a state or kind left out means all of them, so that the index serves every choice in its order. */
  list(wanted: TicketFilter, actor: Actor): Promise<Page<TicketView>> {
    const filter = {
      ...ownedBy('ownerId', wanted, actor),
      state: { $in: wanted.state ? [wanted.state] : [...TICKET_STATES] },
      kind: { $in: wanted.kind ? [wanted.kind] : [...FEEDBACK_KINDS] },
    };
    return pageOf(this.model(), wanted, { filter, map: (row) => this.view(row) });
  }

  /** Tickets whose next step is owed, most overdue first [3.12]. */
  due(wanted: DueTickets, actor: Actor): Promise<Page<TicketView>> {
    const until = wanted.overdueOnly ? this.clock.now() : null;
    const plan = { field: 'dueAt', type: 'date' as const, filter: ownedBy('ownerId', wanted, actor), until };
    return duePageOf(this.model(), wanted, { ...plan, map: (row: Stored) => this.view(row) });
  }

  async ofCustomers(customerIds: readonly string[], actor: Actor): Promise<TicketView[]> {
    const { ownerId } = salesScope(actor, 'ownerId');
    const filter = { customerId: { $in: [...customerIds] }, ...(ownerId ? { aboutEmployeeId: { $ne: ownerId } } : {}) };
    return (await newestFirst(this.model(), filter)).map((row) => this.view(row));
  }

  /** Figures of the tickets that came in during a period, by kind [3.12]. */
  async figures({ from, to, salespersonId }: FeedbackPeriod, actor: Actor): Promise<readonly FeedbackFigures[]> {
    const filter = { openedOn: { $gte: from, $lte: to }, ...ownedBy('salespersonId', { salespersonId }, actor) };
    const shown = { kind: 1, openedAt: 1, acknowledgeDueAt: 1, answerDueAt: 1, reopened: 1, state: 1, 'replies.at': 1 };
    const rows = await this.model()
      .find(filter as never, { ...shown, 'closings.at': 1, 'closings.satisfaction': 1 } as never)
      .lean<Stored[]>()
      .exec();
    return feedbackFigures(
      rows.map((row) => counted(row as unknown as FeedbackTicket)),
      this.clock.now(),
    );
  }

  private view(row: Stored): TicketView {
    const ticket = withoutDue<FeedbackTicket>(row);
    const dueAt = ticketDueAt(ticket);
    return { ...ticket, dueAt, escalated: ticket.handovers.length > 0 || (dueAt !== null && dueAt < this.clock.now()) };
  }

  private model() {
    return this.database.model(ticketCollection);
  }
}

function counted(ticket: FeedbackTicket): CountedTicket {
  const closing = ticket.state === 'closed' ? ticket.closings.at(-1) : undefined;
  return {
    ...ticket,
    answerDueAt: ticket.reopened[0]?.formerDueAt ?? ticket.answerDueAt,
    firstReplyAt: ticket.replies[0]?.at ?? null,
    closedAt: closing?.at ?? null,
    satisfaction: closing?.satisfaction ?? null,
  };
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { openTicket, subjectOf } from '../../domain/care/ticket.js';
import type { FeedbackChannel, FeedbackKind, FeedbackSeverity } from '../../domain/care/ticket.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { TicketDesk } from './ticket-desk.js';

export interface OpenFeedbackRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  /** The application or loan that it is about. */
  readonly applicationId?: string | null;
  readonly kind: FeedbackKind;
  readonly channel: FeedbackChannel;
  readonly severity: FeedbackSeverity;
  readonly text: string;
  /** A complaint names whom it is about, or says that it is about nobody in particular. */
  readonly aboutEmployeeId?: string | null;
  readonly aboutNobody?: boolean | null;
  /** Who handles it: the customer's salesperson when left out, a manager when it is a complaint. */
  readonly ownerId?: string | null;
}

/** Writes down what a customer asks, thinks, complains of or praises; from then on the time runs [3.12]. */
@Injectable()
export class OpenFeedback {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: CustomerDesk,
    private readonly applications: Applications,
    private readonly desk: TicketDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenFeedbackRequest): Promise<string> {
    const openedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'open-feedback', actor, input }, async (tx) => {
      const customer = await this.customers.hold(actor, input.customerId, tx);
      await this.checkApplication(customer.id, input.applicationId ?? null, tx);
      const { kind, channel, severity, text } = input;
      const said = { aboutEmployeeId: input.aboutEmployeeId ?? null, aboutNobody: input.aboutNobody ?? false };
      const parties = { kind, salespersonId: customer.ownerId, aboutEmployeeId: subjectOf(kind, said) };
      await this.desk.requireEmployee(parties.aboutEmployeeId, tx);
      const openedAt = this.clock.now();
      const ticket = openTicket({
        ...{ id: newId('fbk'), customerId: customer.id, applicationId: input.applicationId ?? null },
        ...{ ...parties, channel, severity, text },
        ownerId: await (input.ownerId
          ? this.desk.requireSeller(input.ownerId, tx)
          : this.desk.ownerOf(parties, { servedBy: customer.ownerId }, tx)),
        ...{ openedBy, openedAt, openedOn: this.clock.today() },
        acknowledgeDueAt: await this.desk.acknowledgeDueAt(openedAt),
        answerDueAt: await this.desk.answerDueAt(kind, severity, openedAt),
      });
      await this.desk.tickets.insert(ticket, tx);
      await this.desk.tellOpened(ticket, tx);
      return ticket.id;
    });
  }

  private async checkApplication(customerId: string, applicationId: string | null, tx: Tx): Promise<void> {
    if (!applicationId) return;
    const application = await this.applications.find(applicationId, tx);
    if (application?.customerId !== customerId) throw new DomainError('FEEDBACK_APPLICATION_FOREIGN', {}, 'applicationId');
  }
}

import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { FeedbackQueries } from '../../queries/care/feedback.queries.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationType } from '../application/application.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub } from '../stub.type.js';
import { CarePeriodArgs, DueFeedbackArgs, FeedbackArgs } from './feedback.input.js';
import { FeedbackLoader } from './feedback.loader.js';
import {
  FeedbackClosing,
  FeedbackFiguresType,
  FeedbackHandover,
  FeedbackReply,
  FeedbackSubject,
  FeedbackTicketConnection,
  FeedbackTicketType,
} from './feedback.type.js';

/** What one may ask for of feedback. */
@Resolver()
export class FeedbackListResolver {
  constructor(
    private readonly loader: FeedbackLoader,
    private readonly queries: FeedbackQueries,
  ) {}

  @Query(() => FeedbackTicketType, { nullable: true })
  @Permit('sales.read-feedback')
  feedbackTicket(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => FeedbackTicketConnection, { description: 'Tickets that one handles, newest first; all of them for the manager' })
  @Permit('sales.read-feedback')
  feedbackTickets(@Args() wanted: FeedbackArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Query(() => FeedbackTicketConnection, { description: 'Tickets whose next step is owed, most overdue first (待处理反馈)' })
  @Permit('sales.read-feedback')
  dueFeedbackTickets(@Args() wanted: DueFeedbackArgs, @Context() context: GraphContext) {
    return this.queries.due(wanted, context.actor);
  }

  @Query(() => [FeedbackFiguresType], { description: 'How well customers were heard: tickets that came in during a period, by kind' })
  @Permit('sales.read-feedback')
  feedbackFigures(@Args() period: CarePeriodArgs, @Context() context: GraphContext) {
    return this.queries.figures(period, context.actor);
  }
}

@Resolver(() => FeedbackTicketType)
export class FeedbackTicketResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly applications: LoanApplicationLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() ticket: FeedbackTicketType, @Context() context: GraphContext) {
    return this.customers.byId(context, ticket.customerId);
  }

  @ResolveField(() => LoanApplicationType, { nullable: true })
  @Permit('sales.read-application')
  application(@Parent() ticket: FeedbackTicketType, @Context() context: GraphContext) {
    return ticket.applicationId && this.applications.byId(context, ticket.applicationId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who handles it' })
  owner(@Parent() ticket: FeedbackTicketType) {
    return { id: ticket.ownerId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  openedBy(@Parent() ticket: FeedbackTicketType) {
    return { id: ticket.openedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who is complained about' })
  about(@Parent() ticket: FeedbackTicketType) {
    return ticket.aboutEmployeeId && { id: ticket.aboutEmployeeId };
  }
}

@Resolver(() => FeedbackReply)
export class FeedbackReplyResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  repliedBy(@Parent() reply: FeedbackReply) {
    return { id: reply.by };
  }
}

@Resolver(() => FeedbackClosing)
export class FeedbackClosingResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  closedBy(@Parent() closing: FeedbackClosing) {
    return { id: closing.by };
  }
}

@Resolver(() => FeedbackSubject)
export class FeedbackSubjectResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Null: nobody in particular' })
  about(@Parent() subject: FeedbackSubject) {
    return subject.aboutEmployeeId && { id: subject.aboutEmployeeId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Whom it was about before' })
  formerlyAbout(@Parent() subject: FeedbackSubject) {
    return subject.formerly && { id: subject.formerly };
  }
}

@Resolver(() => FeedbackHandover)
export class FeedbackHandoverResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who had it' })
  formerOwner(@Parent() handover: FeedbackHandover) {
    return { id: handover.from };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who took it over' })
  newOwner(@Parent() handover: FeedbackHandover) {
    return { id: handover.to };
  }
}

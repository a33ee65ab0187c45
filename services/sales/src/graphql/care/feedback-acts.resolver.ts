import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { HandleFeedback } from '../../use-cases/care/handle-feedback.use-case.js';
import { MoveFeedback } from '../../use-cases/care/move-feedback.use-case.js';
import { OpenFeedback } from '../../use-cases/care/open-feedback.use-case.js';
import {
  AcknowledgeFeedbackInput,
  CloseFeedbackInput,
  NameFeedbackSubjectInput,
  OpenFeedbackInput,
  ReassignFeedbackInput,
  ReopenFeedbackInput,
  ReplyToFeedbackInput,
  TakeOverFeedbackInput,
} from './feedback.input.js';
import { FeedbackLoader } from './feedback.loader.js';
import { FeedbackTicketType } from './feedback.type.js';

@ObjectType()
export class OpenFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class AcknowledgeFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class ReplyToFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class CloseFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class ReopenFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class TakeOverFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class ReassignFeedbackPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

@ObjectType()
export class NameFeedbackSubjectPayload extends MutationPayload {
  @Field(() => FeedbackTicketType, { nullable: true })
  readonly ticket?: FeedbackTicketType | null;
}

/** What is done with feedback. */
@Resolver()
export class FeedbackActsResolver {
  constructor(
    private readonly loader: FeedbackLoader,
    private readonly openCase: OpenFeedback,
    private readonly handleCase: HandleFeedback,
    private readonly moveCase: MoveFeedback,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenFeedbackPayload, { description: 'Writes down what a customer asks, thinks, complains of or praises (登记客户反馈)' })
  @Permit('sales.open-feedback')
  openFeedback(@Args('input') input: OpenFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.openCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AcknowledgeFeedbackPayload, { description: 'Tells that somebody sees to it (受理反馈)' })
  @Permit('sales.acknowledge-feedback')
  acknowledgeFeedback(@Args('input') input: AcknowledgeFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.handleCase.acknowledge(context.actor, input)),
    }));
  }

  @Mutation(() => ReplyToFeedbackPayload, { description: 'What the customer was told, and how (回复客户)' })
  @Permit('sales.reply-to-feedback')
  replyToFeedback(@Args('input') input: ReplyToFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.handleCase.reply(context.actor, input)),
    }));
  }

  @Mutation(() => CloseFeedbackPayload, { description: "Closes with the customer's word (办结反馈)" })
  @Permit('sales.close-feedback')
  closeFeedback(@Args('input') input: CloseFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.handleCase.close(context.actor, input)),
    }));
  }

  @Mutation(() => ReopenFeedbackPayload, { description: 'The customer is not content after all (重新打开反馈)' })
  @Permit('sales.reopen-feedback')
  reopenFeedback(@Args('input') input: ReopenFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.handleCase.reopen(context.actor, input)),
    }));
  }

  @Mutation(() => TakeOverFeedbackPayload, { description: 'The manager takes a ticket over (接管反馈)' })
  @Permit('sales.take-over-feedback')
  takeOverFeedback(@Args('input') input: TakeOverFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.moveCase.takeOver(context.actor, input)),
    }));
  }

  @Mutation(() => ReassignFeedbackPayload, { description: 'The manager gives a ticket to somebody else (改派反馈)' })
  @Permit('sales.reassign-feedback')
  reassignFeedback(@Args('input') input: ReassignFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.moveCase.reassign(context.actor, input)),
    }));
  }

  @Mutation(() => NameFeedbackSubjectPayload, { description: 'The manager sets whom a complaint is about (指明被投诉人)' })
  @Permit('sales.name-feedback-subject')
  nameFeedbackSubject(@Args('input') input: NameFeedbackSubjectInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ticket: await this.loader.byId(context, await this.moveCase.nameSubject(context.actor, input)),
    }));
  }
}

import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Collaboration } from '../domain/board/collaboration.js';
import { CollaborationQueries } from '../queries/collaboration.queries.js';
import { AnswerCollaboration } from '../use-cases/answer-collaboration/answer-collaboration.use-case.js';
import { RequestCollaboration } from '../use-cases/request-collaboration/request-collaboration.use-case.js';
import { CollaborationLoader } from './collaboration.loader.js';
import {
  AnswerCollaborationInput,
  CollaborationConnection,
  CollaborationsArgs,
  CollaborationType,
  RequestCollaborationInput,
} from './collaboration.type.js';
import { HandoffLoader } from './handoff.loader.js';
import { HandoffType } from './handoff.type.js';
import { employeeStub, EmployeeStub } from './shared.type.js';

@ObjectType()
export class RequestCollaborationPayload extends MutationPayload {
  @Field(() => CollaborationType, { nullable: true })
  readonly collaboration?: CollaborationType | null;
}

@ObjectType()
export class AnswerCollaborationPayload extends MutationPayload {
  @Field(() => CollaborationType, { nullable: true })
  readonly collaboration?: CollaborationType | null;
}

@Resolver(() => CollaborationType)
export class CollaborationResolver {
  constructor(
    private readonly loader: CollaborationLoader,
    private readonly handoffs: HandoffLoader,
    private readonly collaborationQueries: CollaborationQueries,
    private readonly requestCollaborationCase: RequestCollaboration,
    private readonly answerCollaborationCase: AnswerCollaboration,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CollaborationConnection, { description: 'Requests between departments, newest first (协作请求)' })
  @Permit('coordination.read-handoff')
  collaborationRequests(@Args() filter: CollaborationsArgs, @Context() context: GraphContext) {
    return this.collaborationQueries.list(filter, context.actor);
  }

  @Mutation(() => RequestCollaborationPayload, { description: 'Ask another department for something, with a deadline (提出协作请求)' })
  @Permit('coordination.request-collaboration')
  requestCollaboration(@Args('input') input: RequestCollaborationInput, @Context() context: GraphContext) {
    return this.done(context, () => this.requestCollaborationCase.execute(context.actor, input));
  }

  @Mutation(() => AnswerCollaborationPayload, { description: 'Answer or decline a request to your department (答复协作请求)' })
  @Permit('coordination.answer-collaboration')
  answerCollaboration(@Args('input') input: AnswerCollaborationInput, @Context() context: GraphContext) {
    return this.done(context, () => this.answerCollaborationCase.execute(context.actor, input));
  }

  @ResolveField(() => EmployeeStub)
  requestedBy(@Parent() request: Collaboration) {
    return { id: request.requestedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  answeredBy(@Parent() request: Collaboration) {
    return employeeStub(request.answeredBy);
  }

  @ResolveField(() => HandoffType, { nullable: true, description: 'The work on the board that keeps its time' })
  handoff(@Parent() request: Collaboration, @Context() context: GraphContext) {
    return this.handoffs.byId(context, request.handoffId);
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ collaboration: await this.loader.byId(context, await act()) }));
  }
}

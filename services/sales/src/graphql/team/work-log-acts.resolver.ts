import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LogWork } from '../../use-cases/team/log-work.use-case.js';
import { HandInWorkLog } from '../../use-cases/team/hand-in-work-log.use-case.js';
import { ReviewWorkLog } from '../../use-cases/team/review-work-log.use-case.js';
import { HandInWorkLogInput, LogWorkInput, ReviewWorkLogInput } from './team.input.js';
import { WorkLogLoader } from './team.loader.js';
import { WorkLogType } from './team.type.js';

@ObjectType()
export class LogWorkPayload extends MutationPayload {
  @Field(() => WorkLogType, { nullable: true })
  readonly workLog?: WorkLogType | null;
}

@ObjectType()
export class HandInWorkLogPayload extends MutationPayload {
  @Field(() => WorkLogType, { nullable: true })
  readonly workLog?: WorkLogType | null;
}

@ObjectType()
export class ReviewWorkLogPayload extends MutationPayload {
  @Field(() => WorkLogType, { nullable: true })
  readonly workLog?: WorkLogType | null;
}

/** What is done with work logs. */
@Resolver()
export class WorkLogActsResolver {
  constructor(
    private readonly loader: WorkLogLoader,
    private readonly logWorkCase: LogWork,
    private readonly handInWorkLogCase: HandInWorkLog,
    private readonly reviewWorkLogCase: ReviewWorkLog,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => LogWorkPayload, { description: 'Writes one piece of work into the log of a day (登记工作)' })
  @Permit('sales.log-work')
  logWork(@Args('input') input: LogWorkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      workLog: await this.loader.byId(context, await this.logWorkCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => HandInWorkLogPayload, { description: 'Hands the log of a day in (提交工作日志)' })
  @Permit('sales.hand-in-work-log')
  handInWorkLog(@Args('input') input: HandInWorkLogInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      workLog: await this.loader.byId(context, await this.handInWorkLogCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReviewWorkLogPayload, { description: "The manager's word on a day (点评工作日志)" })
  @Permit('sales.review-work-log')
  reviewWorkLog(@Args('input') input: ReviewWorkLogInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      workLog: await this.loader.byId(context, await this.reviewWorkLogCase.execute(context.actor, input)),
    }));
  }
}

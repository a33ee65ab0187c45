import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { JudgeLoanClass } from '../../use-cases/judge-loan-class/judge-loan-class.use-case.js';
import { LoanLoader } from '../loan.loader.js';
import { LoanType } from '../loan.type.js';
import { JudgeLoanClassInput } from './loan-change.input.js';
import { ClassChangesOfLoan, RequestsOfLoan, SchedulesOfLoan } from './loan-change.loader.js';
import { JudgeLoanClassPayload } from './loan-change-payload.type.js';
import { LoanClassChangeType, LoanRequestType, LoanScheduleVersionType } from './loan-change.type.js';

/** A person's judgement, and what happened to a loan besides payments. */
@Resolver(() => LoanType)
export class LoanClassResolver {
  constructor(
    private readonly judge: JudgeLoanClass,
    private readonly loader: LoanLoader,
    private readonly schedules: SchedulesOfLoan,
    private readonly requests: RequestsOfLoan,
    private readonly classes: ClassChangesOfLoan,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => JudgeLoanClassPayload, { description: 'See a loan worse than its days say, at once (人工下调分类)' })
  @Permit('finance.judge-loan-class')
  judgeLoanClass(@Args('input') input: JudgeLoanClassInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      loan: await this.loader.byId(context, await this.judge.execute(context.actor, input)),
    }));
  }

  @ResolveField('scheduleVersions', () => [LoanScheduleVersionType], {
    description: 'Schedules that were replaced and the one in force, oldest first; empty while the loan runs on its first',
  })
  schedulesOf(@Parent() loan: LoanType, @Context() context: GraphContext) {
    return this.schedules.of(context, loan.id);
  }

  @ResolveField('classChanges', () => [LoanClassChangeType], { description: 'History of the class, oldest first (分类变动记录)' })
  classChangesOf(@Parent() loan: LoanType, @Context() context: GraphContext) {
    return this.classes.of(context, loan.id);
  }

  @ResolveField('requests', () => [LoanRequestType], { description: 'Requests to change it, oldest first' })
  @Permit('finance.read-loan-request')
  requestsOf(@Parent() loan: LoanType, @Context() context: GraphContext) {
    return this.requests.of(context, loan.id);
  }
}

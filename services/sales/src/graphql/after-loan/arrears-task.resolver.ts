import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ArrearsTaskQueries } from '../../queries/after-loan/arrears-task.queries.js';
import { RecordArrearsContact } from '../../use-cases/after-loan/record-arrears-contact.use-case.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub, LoanStub } from '../stub.type.js';
import { ArrearsTaskLoader } from './arrears-task.loader.js';
import {
  ArrearsTaskConnection,
  ArrearsTasksArgs,
  ArrearsTaskType,
  RecordArrearsContactInput,
  RecordArrearsContactPayload,
} from './arrears-task.type.js';

/** Late customers who have to be spoken with, and what they said. */
@Resolver(() => ArrearsTaskType)
export class ArrearsTaskResolver {
  constructor(
    private readonly loader: ArrearsTaskLoader,
    private readonly queries: ArrearsTaskQueries,
    private readonly record: RecordArrearsContact,
    private readonly customers: CustomerLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => ArrearsTaskConnection, {
    description:
      'Customers to speak with about what is late, newest first; those whose moment has passed, most overdue first (逾期催告任务)',
  })
  @Permit('sales.read-arrears-task')
  arrearsTasks(@Args() wanted: ArrearsTasksArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Mutation(() => RecordArrearsContactPayload, { description: 'The salesperson spoke with a late customer (登记逾期催告)' })
  @Permit('sales.record-arrears-contact')
  recordArrearsContact(@Args('input') input: RecordArrearsContactInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      arrearsTask: await this.loader.byId(context, await this.record.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => CustomerType, { nullable: true })
  customer(@Parent() task: ArrearsTaskType, @Context() context: GraphContext) {
    return this.customers.byId(context, task.customerId);
  }

  @ResolveField(() => LoanStub)
  loan(@Parent() task: ArrearsTaskType) {
    return { id: task.loanId };
  }

  @ResolveField(() => EmployeeStub)
  owner(@Parent() task: ArrearsTaskType) {
    return { id: task.ownerId };
  }
}

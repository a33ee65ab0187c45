import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { SecurityTaskQueries } from '../../queries/after-loan/security-task.queries.js';
import { EndSecurityTask } from '../../use-cases/after-loan/end-security-task.use-case.js';
import { EmployeeStub } from '../stub.type.js';
import { SecurityTaskLoader } from './security-task.loader.js';
import {
  CompleteSecurityTaskInput,
  CompleteSecurityTaskPayload,
  ReturnSecurityTaskInput,
  ReturnSecurityTaskPayload,
  SecurityTaskConnection,
  SecurityTasksArgs,
  SecurityTaskType,
} from './security-task.type.js';

/** Security that risk asks for, and what came of it. */
@Resolver(() => SecurityTaskType)
export class SecurityTaskResolver {
  constructor(
    private readonly loader: SecurityTaskLoader,
    private readonly queries: SecurityTaskQueries,
    private readonly end: EndSecurityTask,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => SecurityTaskConnection, { description: 'Security that risk asks for, newest first (追加担保任务)' })
  @Permit('sales.read-security-task')
  securityTasks(@Args() wanted: SecurityTasksArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Mutation(() => CompleteSecurityTaskPayload, { description: 'The security is there, with its paper (完成追加担保)' })
  @Permit('sales.complete-security-task')
  completeSecurityTask(@Args('input') input: CompleteSecurityTaskInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      securityTask: await this.loader.byId(context, await this.end.complete(context.actor, input)),
    }));
  }

  @Mutation(() => ReturnSecurityTaskPayload, { description: 'The security cannot be had, and why (退回追加担保)' })
  @Permit('sales.return-security-task')
  returnSecurityTask(@Args('input') input: ReturnSecurityTaskInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      securityTask: await this.loader.byId(context, await this.end.giveBack(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub)
  owner(@Parent() task: SecurityTaskType) {
    return { id: task.ownerId };
  }
}

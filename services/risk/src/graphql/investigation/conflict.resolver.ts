import { Args, ArgsType, Context, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ConflictQueries } from '../../queries/investigation/conflict.queries.js';
import { DeclareConflict } from '../../use-cases/investigation/declare-conflict.use-case.js';
import { EndConflict } from '../../use-cases/investigation/end-conflict.use-case.js';
import { DeclareConflictPayload, EndConflictPayload } from '../payloads.type.js';
import { CustomerStub, EmployeeStub, refer, referOrNull } from '../references.type.js';
import { DeclareConflictInput, EndConflictInput } from './pair.input.js';
import { DeclaredConflictConnection, DeclaredConflictType } from './pair.type.js';

@ArgsType()
class DeclaredConflictsArgs {
  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** The register of declared conflicts of interest. */
@Resolver(() => DeclaredConflictType)
export class ConflictResolver {
  constructor(
    private readonly conflicts: ConflictQueries,
    private readonly declareCase: DeclareConflict,
    private readonly endCase: EndConflict,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => DeclaredConflictConnection, { description: 'Newest first: the own ones, all for who supervises (利益冲突登记)' })
  @Permit('risk.read-conflict')
  declaredConflicts(@Args() wanted: DeclaredConflictsArgs, @Context() context: GraphContext) {
    return this.conflicts.list(wanted, context.actor);
  }

  @Mutation(() => DeclareConflictPayload, {
    description: 'Declares that one is close to a customer; the risk manager may exclude others (申报回避)',
  })
  @Permit('risk.declare-conflict')
  declareConflict(@Args('input') input: DeclareConflictInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      declaredConflict: await this.read(await this.declareCase.execute(context.actor, input), context),
    }));
  }

  @Mutation(() => EndConflictPayload, { description: 'It holds no more (解除回避)' })
  @Permit('risk.end-conflict')
  endConflict(@Args('input') input: EndConflictInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      declaredConflict: await this.read(await this.endCase.execute(context.actor, input), context),
    }));
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() conflict: DeclaredConflictType) {
    return refer(conflict.employeeId);
  }

  @ResolveField(() => CustomerStub)
  customer(@Parent() conflict: DeclaredConflictType) {
    return refer(conflict.customerId);
  }

  @ResolveField(() => EmployeeStub, { description: 'Himself, or the risk manager' })
  declaredBy(@Parent() conflict: DeclaredConflictType) {
    return refer(conflict.declaredBy);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  endedBy(@Parent() conflict: DeclaredConflictType) {
    return referOrNull(conflict.endedBy);
  }

  private async read(id: string, context: GraphContext) {
    const [conflict] = await this.conflicts.byIds([id], context.actor);
    return conflict;
  }
}

import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CommitteeQueries } from '../../queries/committee/committee.queries.js';
import { DeclareAbsence } from '../../use-cases/committee/declare-absence.use-case.js';
import { DeclareConflict } from '../../use-cases/committee/declare-conflict.use-case.js';
import { EndAbsence } from '../../use-cases/committee/end-absence.use-case.js';
import { EndConflict } from '../../use-cases/committee/end-conflict.use-case.js';
import { DeclareAbsenceInput, DeclareCommitteeConflictInput, EndAbsenceInput, EndCommitteeConflictInput } from './committee.input.js';
import { CommitteeAbsenceType, CommitteeConflictConnection, CommitteeConflictType } from './committee.type.js';
import { DeclareAbsencePayload, DeclareCommitteeConflictPayload, EndAbsencePayload, EndCommitteeConflictPayload } from '../payload.type.js';
import { EmployeeStub } from '../stub.type.js';

/** Days on which members cannot sit. */
@Resolver(() => CommitteeAbsenceType)
export class CommitteeAbsenceResolver {
  constructor(
    private readonly committee: CommitteeQueries,
    private readonly declareAbsenceCase: DeclareAbsence,
    private readonly endAbsenceCase: EndAbsence,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [CommitteeAbsenceType], { description: 'Absences that are not over (委员缺席)' })
  @Permit('approval.read-member')
  committeeAbsences() {
    return this.committee.absences();
  }

  @Mutation(() => DeclareAbsencePayload, { description: 'A member cannot sit on some days: his substitute may vote (登记缺席)' })
  @Permit('approval.declare-absence')
  declareAbsence(@Args('input') input: DeclareAbsenceInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      absence: (await this.committee.absencesByIds([await this.declareAbsenceCase.execute(context.actor, input)]))[0],
    }));
  }

  @Mutation(() => EndAbsencePayload, { description: 'A member is back (结束缺席)' })
  @Permit('approval.end-absence')
  endAbsence(@Args('input') input: EndAbsenceInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      absence: (await this.committee.absencesByIds([await this.endAbsenceCase.execute(context.actor, input)]))[0],
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() absence: CommitteeAbsenceType) {
    return { id: absence.employeeId };
  }
}

/** Ties of members to customers. */
@Resolver(() => CommitteeConflictType)
export class CommitteeConflictResolver {
  constructor(
    private readonly committee: CommitteeQueries,
    private readonly declareConflictCase: DeclareConflict,
    private readonly endConflictCase: EndConflict,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CommitteeConflictConnection, {
    description: 'Ties of members to customers, newest first; a member sees his own (利益关联登记)',
  })
  @Permit('approval.read-conflict')
  committeeConflicts(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.committee.conflicts({ first, after }, context.actor);
  }

  @Mutation(() => DeclareCommitteeConflictPayload, {
    description: 'Puts a tie to a customer on record: recusal follows by itself (登记利益关联)',
  })
  @Permit('approval.declare-committee-conflict')
  declareCommitteeConflict(@Args('input') input: DeclareCommitteeConflictInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      conflict: (await this.committee.conflictsByIds([await this.declareConflictCase.execute(context.actor, input)]))[0],
    }));
  }

  @Mutation(() => EndCommitteeConflictPayload, { description: 'A tie is over (终止利益关联)' })
  @Permit('approval.end-committee-conflict')
  endCommitteeConflict(@Args('input') input: EndCommitteeConflictInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      conflict: (await this.committee.conflictsByIds([await this.endConflictCase.execute(context.actor, input)]))[0],
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() conflict: CommitteeConflictType) {
    return { id: conflict.employeeId };
  }
}

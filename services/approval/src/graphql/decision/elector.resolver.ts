import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { Elector } from '../../domain/case/electorate.js';
import { CommitteeOfficeEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { DecisionType } from './decision.type.js';

@ObjectType('DecisionElector', { description: 'Somebody who was entitled on the day of a decision (有表决权人员)' })
export class DecisionElectorView {
  @Field(() => CommitteeOfficeEnum)
  readonly office!: string;

  @Field(() => Boolean, { description: 'False for a member who was away: his seat counts for the quorum all the same' })
  readonly present!: boolean;

  readonly employeeId!: string;
  readonly seatOf!: string;
}

/** Who was entitled, as it is kept with the decision. */
@Resolver(() => DecisionType)
export class DecisionElectorsResolver {
  @ResolveField(() => [DecisionElectorView], {
    nullable: true,
    description: 'Who was entitled on that day; null for decisions from before it was kept (有表决权人员)',
  })
  @Permit('approval.read-vote')
  electors(@Parent() decision: { readonly electors?: readonly Elector[] | null }) {
    return decision.electors ?? null;
  }
}

@Resolver(() => DecisionElectorView)
export class DecisionElectorResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() elector: DecisionElectorView) {
    return { id: elector.employeeId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Whose seat it is: another than his own for a substitute (席位)' })
  seatOf(@Parent() elector: DecisionElectorView) {
    return { id: elector.seatOf };
  }
}

import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import type { ConflictRelation } from '../../domain/investigation/conflict.js';
import { CheckMethodEnum, ConflictRelationEnum } from '../enums.type.js';
import { OnInvestigation } from './investigation.input.js';

@InputType()
export class AssignProposedPairInput extends OnInvestigation {
  @Field(() => [ID], { nullable: true, description: 'Who is away' })
  readonly absentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why, when the pair is changed' })
  readonly reason?: string | null;
}

@InputType()
export class ReplaceInvestigatorInput extends OnInvestigation {
  @Field(() => ID)
  readonly leavingId!: string;

  @Field(() => ID, { nullable: true, description: 'Left out: the one with the least open work of those who may' })
  readonly replacementId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who else is away' })
  readonly absentIds?: string[] | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class PlannedCheckInput {
  @Field(() => CheckMethodEnum)
  readonly method!: CheckMethod;

  @Field(() => String, { nullable: true, description: 'Where; needed for the site visit' })
  readonly place?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to meet or call, without numbers of persons' })
  readonly people?: string | null;

  @Field(() => DateTime)
  readonly dueAt!: Date;
}

@InputType()
export class PlanInvestigationInput extends OnInvestigation {
  @Field(() => [PlannedCheckInput], { description: 'Each of the four checks once' })
  readonly checks!: PlannedCheckInput[];

  @Field(() => String, { nullable: true, description: 'What to look at, or why it is changed' })
  readonly focus?: string | null;
}

@InputType()
export class DeclareConflictInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ConflictRelationEnum)
  readonly relation!: ConflictRelation;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly reason!: string;

  @Field(() => ID, { nullable: true, description: 'Whom the risk manager excludes; left out: oneself' })
  readonly employeeId?: string | null;
}

@InputType()
export class EndConflictInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly conflictId!: string;

  @Field(() => String)
  readonly reason!: string;
}

import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { improvementMachine } from '../../domain/improvement/improvement.machine.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingPlanType } from '../plan/training-plan.type.js';

const states = Object.keys(improvementMachine.states);
export const ImprovementStateEnum = Object.fromEntries(states.map((state) => [state, state]));
registerEnumType(ImprovementStateEnum, { name: 'TrainingImprovementState', description: 'Open, done, dropped (进行中、已完成、已放弃)' });

@ObjectType('TrainingImprovement', { description: 'What should be better next time, found in an evaluation (改进事项)' })
@Permit('training.read-improvement')
export class ImprovementType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => ImprovementStateEnum)
  readonly state!: string;

  @Field(() => LocalDate, { description: 'When the training that it was found in was evaluated' })
  readonly evaluatedOn!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => DateTime)
  readonly raisedAt!: Date;
}

export const ImprovementConnection = connectionOf(ImprovementType, 'TrainingImprovement');

@InputType()
export class RaiseImprovementInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => ID)
  readonly ownerId!: string;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;
}

@InputType()
export class CloseImprovementInput extends KeyedInput {
  @Field(() => ID)
  readonly improvementId!: string;

  @Field(() => Boolean, { description: 'False drops it' })
  readonly done!: boolean;

  @Field(() => String, { description: 'What was done, or why it is dropped' })
  readonly text!: string;
}

@InputType()
export class AdoptImprovementsInput extends KeyedInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => [ID])
  readonly ids!: string[];
}

@ObjectType({ isAbstract: true })
abstract class ImprovementPayload extends MutationPayload {
  @Field(() => ImprovementType, { nullable: true })
  readonly improvement?: ImprovementType | null;
}

@ObjectType()
export class RaiseImprovementPayload extends ImprovementPayload {}

@ObjectType()
export class CloseImprovementPayload extends ImprovementPayload {}

@ObjectType()
export class AdoptImprovementsPayload extends MutationPayload {
  @Field(() => TrainingPlanType, { nullable: true })
  readonly plan?: TrainingPlanType | null;
}

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, Money, MutationPayload } from '@weilend/graphql';
import { BonusInputsType, BonusLineType } from './bonus.type.js';

@ObjectType('SimulatedBonus', { description: 'What a formula would give to a person (奖金试算)' })
export class SimulatedBonusType {
  @Field(() => ID)
  readonly appraisalId!: string;

  @Field(() => Boolean, { description: 'A severe violation of the quarter blocks it' })
  readonly blocked!: boolean;

  @Field(() => Money, { nullable: true, description: 'By the formula in force; null when there is none' })
  readonly oldFen!: number | null;

  @Field(() => Money)
  readonly newFen!: number;

  @Field(() => Money, { nullable: true, description: 'More, or less when negative' })
  readonly differenceFen!: number | null;

  @Field(() => BonusInputsType)
  readonly inputs!: BonusInputsType;

  @Field(() => [BonusLineType])
  readonly lines!: readonly BonusLineType[];

  readonly employeeId!: string;
}

export const SimulatedBonusConnection = connectionOf(SimulatedBonusType, 'SimulatedBonus');

@ObjectType('BonusSimulation', { description: 'A formula tried on the closed sheets of a quarter; nothing is written down (奖金试算结果)' })
export class BonusSimulationType extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The formula that counts in the quarter' })
  readonly inForceId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly people?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them blocked by a severe violation' })
  readonly blocked?: number | null;

  @Field(() => Money, { nullable: true })
  readonly oldTotalFen?: number | null;

  @Field(() => Money, { nullable: true })
  readonly newTotalFen?: number | null;

  @Field(() => SimulatedBonusConnection, { nullable: true })
  readonly bonuses?: unknown;
}

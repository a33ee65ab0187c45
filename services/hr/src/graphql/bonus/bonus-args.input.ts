import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { BonusState, DeferredState } from '../../domain/bonus/bonus.machine.js';
import { BonusStateEnum, DeferredBonusStateEnum } from './bonus-enums.type.js';
import { BonusRuleInput } from './bonus-formula.input.js';

@ArgsType()
export class BonusesArgs {
  @Field(() => String, { nullable: true })
  readonly quarter?: string | null;

  @Field(() => BonusStateEnum, { nullable: true })
  readonly state?: BonusState | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class DeferredBonusesArgs {
  @Field(() => LocalDate, { nullable: true, description: 'Due until then' })
  readonly until?: LocalDateText | null;

  @Field(() => DeferredBonusStateEnum, { nullable: true, description: 'HELD when left out' })
  readonly state?: DeferredState | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class SimulateBonusFormulaArgs {
  @Field(() => BonusRuleInput)
  readonly formula!: BonusRuleInput;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import { BonusBaseKindEnum, BonusCurveKindEnum, BonusLateBucketEnum, BonusLoanClassEnum } from './bonus-enums.type.js';
import { VERSION_READ } from '../version-read.js';

const KEY = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' } as const;

@InputType()
export class BonusLevelInput {
  @Field(() => String)
  readonly level!: string;

  @Field(() => Money)
  readonly amountFen!: number;
}

@InputType()
export class BonusBaseInput {
  @Field(() => BonusBaseKindEnum)
  readonly kind!: BonusFormula['base']['kind'];

  @Field(() => Int, { nullable: true, description: 'Basis points of the disbursed amount, for SHARE_OF_LOANS' })
  readonly shareBps?: number | null;

  @Field(() => [BonusLevelInput], { nullable: true, description: 'For FIXED_BY_LEVEL, the highest level first' })
  readonly levels?: BonusLevelInput[] | null;
}

@InputType()
export class BonusCurvePointInput {
  @Field(() => Int)
  readonly at!: number;

  @Field(() => Int)
  readonly coefficientBps!: number;
}

@InputType()
export class BonusCurveInput {
  @Field(() => BonusCurveKindEnum)
  readonly kind!: BonusFormula['score']['kind'];

  @Field(() => [BonusCurvePointInput])
  readonly points!: BonusCurvePointInput[];
}

@InputType()
export class BonusRiskBandInput {
  @Field(() => Int)
  readonly fromBps!: number;

  @Field(() => Int)
  readonly coefficientBps!: number;
}

@InputType()
export class BonusRiskInput {
  @Field(() => [BonusRiskBandInput])
  readonly overdue!: BonusRiskBandInput[];

  @Field(() => [BonusRiskBandInput])
  readonly npl!: BonusRiskBandInput[];
}

@InputType()
export class BonusCapsInput {
  @Field(() => Money)
  readonly personFen!: number;

  @Field(() => Int, { nullable: true })
  readonly shareOfBaseBps?: number | null;
}

@InputType()
export class BonusShareInput {
  @Field(() => Int)
  readonly shareBps!: number;

  @Field(() => Int)
  readonly quarters!: number;
}

@InputType()
export class BonusBadLoanInput {
  @Field(() => BonusLateBucketEnum)
  readonly bucket!: BonusFormula['bad']['bucket'];

  @Field(() => BonusLoanClassEnum)
  readonly loanClass!: BonusFormula['bad']['loanClass'];
}

@InputType({ description: 'The rule of a bonus; coefficients and shares in basis points, 10000 is 1.0 (奖金计算规则)' })
export class BonusRuleInput {
  @Field(() => BonusBaseInput)
  readonly base!: BonusBaseInput;

  @Field(() => BonusCurveInput)
  readonly performance!: BonusCurveInput;

  @Field(() => BonusCurveInput)
  readonly score!: BonusCurveInput;

  @Field(() => BonusRiskInput)
  readonly risk!: BonusRiskInput;

  @Field(() => BonusCapsInput)
  readonly caps!: BonusCapsInput;

  @Field(() => Int)
  readonly minScore!: number;

  @Field(() => BonusShareInput)
  readonly deferral!: BonusShareInput;

  @Field(() => BonusShareInput)
  readonly clawback!: BonusShareInput;

  @Field(() => BonusBadLoanInput)
  readonly bad!: BonusBadLoanInput;
}

@InputType()
export class DraftBonusFormulaInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'First quarter it counts in, e.g. 2026-Q3' })
  readonly fromQuarter!: string;

  @Field(() => BonusRuleInput)
  readonly formula!: BonusRuleInput;

  @Field(() => String, { description: 'Why there is to be another formula' })
  readonly reason!: string;
}

@InputType()
export class PublishBonusFormulaInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly formulaId!: string;

  @Field(() => Int, VERSION_READ)
  readonly version?: number | null;
}

@InputType()
export class WithdrawBonusFormulaInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly formulaId!: string;

  @Field(() => String)
  readonly reason!: string;
}

/** The rule as plain data: what is left out is written as absent. */
export function ruleOf({ base, performance, score, risk, caps, minScore, ...rest }: BonusRuleInput): BonusFormula {
  const bands = (some: readonly BonusRiskBandInput[]) => some.map(({ fromBps, coefficientBps }) => ({ fromBps, coefficientBps }));
  const curve = ({ kind, points }: BonusCurveInput) => ({
    kind,
    points: points.map(({ at, coefficientBps }) => ({ at, coefficientBps })),
  });
  const share = ({ shareBps, quarters }: BonusShareInput) => ({ shareBps, quarters });
  return {
    base: {
      kind: base.kind,
      shareBps: base.shareBps ?? null,
      levels: (base.levels ?? []).map(({ level, amountFen }) => ({ level, amountFen })),
    },
    performance: curve(performance),
    score: curve(score),
    risk: { overdue: bands(risk.overdue), npl: bands(risk.npl) },
    caps: { personFen: caps.personFen, shareOfBaseBps: caps.shareOfBaseBps ?? null },
    minScore,
    deferral: share(rest.deferral),
    clawback: share(rest.clawback),
    bad: { bucket: rest.bad.bucket, loanClass: rest.bad.loanClass },
  };
}

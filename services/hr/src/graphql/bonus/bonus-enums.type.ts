import { registerEnumType } from '@nestjs/graphql';
import { BONUS_STATES, DEFERRED_STATES } from '../../domain/bonus/bonus.machine.js';
import { BONUS_LINES } from '../../domain/bonus/compute-bonus.js';
import { BASE_KINDS, CURVE_KINDS, LATE_BUCKETS, WORSE_CLASSES } from '../../domain/bonus/formula.js';
import { BONUS_FORMULA_STATES } from '../../domain/bonus/formula.machine.js';
import { NEXT_STEPS } from '../../domain/bonus/payout.js';

const enumOf = (name: string, description: string, values: readonly string[]): Record<string, string> => {
  const made = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(made, { name, description });
  return made;
};

export const BonusBaseKindEnum = enumOf(
  'BonusBaseKind',
  'What a bonus starts from: a share of the loans, or a fixed amount (奖金基数)',
  BASE_KINDS,
);
export const BonusCurveKindEnum = enumOf('BonusCurveKind', 'Coefficient by steps or by a straight line (系数曲线)', CURVE_KINDS);
export const BonusLateBucketEnum = enumOf('BonusLateBucket', 'Lateness from which on a loan is bad (逾期档次)', LATE_BUCKETS);
export const BonusLoanClassEnum = enumOf('BonusLoanClass', 'Class from which on a loan is bad (五级分类)', WORSE_CLASSES);
export const BonusFormulaStateEnum = enumOf('BonusFormulaState', 'State of a bonus formula (奖金公式状态)', BONUS_FORMULA_STATES);
export const BonusStateEnum = enumOf('BonusState', 'State of a bonus statement (奖金单状态)', BONUS_STATES);
export const DeferredBonusStateEnum = enumOf('DeferredBonusState', 'State of a deferred bonus (递延奖金状态)', DEFERRED_STATES);
export const BonusLineCodeEnum = enumOf('BonusLineCode', 'Line of a bonus (奖金项目)', BONUS_LINES);
export const BonusNextStepEnum = enumOf('BonusNextStep', 'What to do about a returned payment (退回后的处理)', NEXT_STEPS);

import { defineMachine } from '@weilend/kernel';

// A bonus formula (奖金公式): drafted by one person, published by another one before its first quarter begins; a published one never changes, a later one takes its place.
export const bonusFormulaMachine = defineMachine({
  name: 'BonusFormula',
  initial: 'DRAFT',
  states: {
    DRAFT: { publish: 'PUBLISHED', withdraw: 'WITHDRAWN' },
    PUBLISHED: {},
    WITHDRAWN: {},
  },
});

export const BONUS_FORMULA_STATES = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type BonusFormulaState = (typeof BONUS_FORMULA_STATES)[number];

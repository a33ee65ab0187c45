import { defineMachine } from '@weilend/kernel';

// An early-warning rule (预警规则) is written by one person and put in force by another; a new version retires the one before.

export const WARNING_RULE_STATES = ['DRAFT', 'ACTIVE', 'RETIRED'] as const;
export type WarningRuleState = (typeof WARNING_RULE_STATES)[number];
export const WARNING_RULE_ACTS = ['activate', 'retire'] as const;
export type WarningRuleAct = (typeof WARNING_RULE_ACTS)[number];

export const warningRuleMachine = defineMachine<WarningRuleState, WarningRuleAct>({
  name: 'warning-rule',
  initial: 'DRAFT',
  states: { DRAFT: { activate: 'ACTIVE', retire: 'RETIRED' }, ACTIVE: { retire: 'RETIRED' }, RETIRED: {} },
});

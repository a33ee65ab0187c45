import { defineMachine } from '@weilend/kernel';

// A measure (风险措施) is planned, handed over to the department that can carry it out, applied or returned by it, and in the end checked for
// its effect. What came back may be handed over again, or be given up by its check.

export const RISK_MEASURE_STATES = ['PLANNED', 'HANDED_OVER', 'APPLIED', 'RETURNED', 'CHECKED'] as const;
export type RiskMeasureState = (typeof RISK_MEASURE_STATES)[number];
export const RISK_MEASURE_ACTS = ['handOver', 'apply', 'return', 'check'] as const;
export type RiskMeasureAct = (typeof RISK_MEASURE_ACTS)[number];

export const riskMeasureMachine = defineMachine<RiskMeasureState, RiskMeasureAct>({
  name: 'risk-measure',
  initial: 'PLANNED',
  states: {
    PLANNED: { handOver: 'HANDED_OVER', apply: 'APPLIED', check: 'CHECKED' },
    HANDED_OVER: { apply: 'APPLIED', return: 'RETURNED' },
    APPLIED: { check: 'CHECKED' },
    RETURNED: { handOver: 'HANDED_OVER', check: 'CHECKED' },
    CHECKED: {},
  },
});

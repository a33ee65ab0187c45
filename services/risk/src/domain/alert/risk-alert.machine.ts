import { defineMachine } from '@weilend/kernel';

// A risk alert (风险预警) is raised where a risk is seen, acknowledged by the superior, and answered with a measure; further measures
// may follow until the risk is gone.

export const ALERT_STATES = ['RAISED', 'ACKNOWLEDGED', 'MEASURED'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const riskAlertMachine = defineMachine<AlertState, 'acknowledge' | 'measure'>({
  name: 'risk-alert',
  initial: 'RAISED',
  states: { RAISED: { acknowledge: 'ACKNOWLEDGED' }, ACKNOWLEDGED: { measure: 'MEASURED' }, MEASURED: { measure: 'MEASURED' } },
});

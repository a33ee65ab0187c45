import { defineMachine } from '@weilend/kernel';

// A risk alert (风险预警) is raised where a risk is seen, acknowledged by the superior, assessed for how likely and how dear it is, answered
// with measures, and closed when each measure was checked for its effect. Who is sure of the measure may decide it at once; what was not
// assessed is assessed before it is closed.

export const ALERT_STATES = ['RAISED', 'ACKNOWLEDGED', 'ASSESSED', 'MEASURED', 'CLOSED'] as const;
export type AlertState = (typeof ALERT_STATES)[number];
export const OPEN_ALERT_STATES = ['RAISED', 'ACKNOWLEDGED', 'ASSESSED', 'MEASURED'] as const satisfies readonly AlertState[];

export const ALERT_ACTS = ['acknowledge', 'assess', 'measure', 'close'] as const;
export type AlertAct = (typeof ALERT_ACTS)[number];

export const riskAlertMachine = defineMachine<AlertState, AlertAct>({
  name: 'risk-alert',
  initial: 'RAISED',
  states: {
    RAISED: { acknowledge: 'ACKNOWLEDGED' },
    ACKNOWLEDGED: { assess: 'ASSESSED', measure: 'MEASURED' },
    ASSESSED: { assess: 'ASSESSED', measure: 'MEASURED' },
    MEASURED: { assess: 'MEASURED', measure: 'MEASURED', close: 'CLOSED' },
    CLOSED: {},
  },
});

import type { EventData } from '@weilend/contracts';
import { event } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';

/** What everybody may know of an alert: no text, nothing personal. */
export function alertRaised({ id, category, level, aboutId, raisedBy }: RiskAlert): OutgoingEvent {
  return event('risk.alert-raised.v1', id, { alertId: id, category, level, aboutId, raisedBy });
}

export type EscalationCause = EventData<'risk.alert-escalated.v1'>['cause'];

/** Says that an alert goes further; `escalationNo` is the alert's own, counted up by the caller. */
export function alertEscalated({ id, category, level, aboutId, escalationNo }: RiskAlert, cause: EscalationCause): OutgoingEvent {
  return event('risk.alert-escalated.v1', id, { alertId: id, category, level, aboutId, cause, escalationNo });
}

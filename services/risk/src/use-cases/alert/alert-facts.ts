import { event } from '@weilend/messaging';
import type { OutgoingEvent } from '@weilend/messaging';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';

/** What everybody may know of an alert: no text, nothing personal. */
export function alertRaised({ id, category, level, aboutId, raisedBy }: RiskAlert): OutgoingEvent {
  return event('risk.alert-raised.v1', id, { alertId: id, category, level, aboutId, raisedBy });
}

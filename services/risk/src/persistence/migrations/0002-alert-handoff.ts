import { addFields } from '@weilend/mongo';

/** Alerts from before a warning was work of risk were raised without a handoff [7.1]. */
export const alertHandoff = addFields('0002-alert-handoff', 'risk_alerts', { handoffId: null });

import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import type { Rating } from '../scorecard/scorecard.js';
import { checkEffect } from './measure.js';
import type { EffectCheck } from './measure.js';
import { measureOf, withMeasure } from './risk-alert.js';
import type { AlertAssessment, Escalation, RiskAlert } from './risk-alert.js';
import { riskAlertMachine } from './risk-alert.machine.js';

// From the assessment of an alert to its end. The assessment says how likely the loss is and how much it would be, and may change the level
// with a reason. An alert is closed only when every measure was checked; one that did not work is followed by another, or by somebody
// above who knows of it.

export type NewAssessment = Pick<AlertAssessment, 'probability' | 'expectedLossFen' | 'text' | 'by' | 'at'> & {
  readonly level?: Rating | null;
  readonly levelReason?: string | null;
};

/** Throws ILLEGAL_TRANSITION, ALERT_LOSS_INVALID, ALERT_LEVEL_REASON_MISSING or a text refusal. */
export function assessAlert(alert: RiskAlert, said: NewAssessment): RiskAlert {
  const state = riskAlertMachine.next(alert.state, 'assess');
  const { probability, expectedLossFen, by, at } = said;
  if (!Number.isSafeInteger(expectedLossFen) || expectedLossFen < 0) throw new DomainError('ALERT_LOSS_INVALID', {}, 'expectedLoss');
  const level = said.level ?? alert.level;
  const reason = said.levelReason?.trim() ?? '';
  if (level !== alert.level && reason === '')
    throw new DomainError('ALERT_LEVEL_REASON_MISSING', { from: alert.level, to: level }, 'levelReason');
  const levelReason = reason === '' ? null : writtenText(reason, 'levelReason', 4);
  const text = writtenText(said.text, 'text', 4);
  const assessment = { probability, expectedLossFen, text, levelBefore: alert.level, level, levelReason, by, at };
  return { ...alert, state, level, assessments: [...alert.assessments, assessment] };
}

/** The effect of one measure. Throws MEASURE_UNKNOWN, ILLEGAL_TRANSITION or a text refusal. */
export function checkMeasure(alert: RiskAlert, measureId: string, check: EffectCheck): RiskAlert {
  if (riskAlertMachine.isFinal(alert.state)) riskAlertMachine.next(alert.state, 'measure');
  return withMeasure(alert, checkEffect(measureOf(alert, measureId), check));
}

/** Somebody takes the alert to his superiors, and why; not when it is closed. */
export function escalateAlert(alert: RiskAlert, escalation: Escalation): RiskAlert {
  if (riskAlertMachine.isFinal(alert.state)) riskAlertMachine.next(alert.state, 'measure');
  const reason = writtenText(escalation.reason, 'reason', 4);
  return { ...alert, escalations: [...alert.escalations, { ...escalation, reason }] };
}

/** Throws ILLEGAL_TRANSITION, ALERT_NOT_ASSESSED, ALERT_MEASURES_UNCHECKED or ALERT_RISK_NOT_TREATED. */
export function closeAlert(alert: RiskAlert, closing: { text: string; by: string; at: Date }): RiskAlert {
  const state = riskAlertMachine.next(alert.state, 'close');
  if (alert.assessments.length === 0) throw new DomainError('ALERT_NOT_ASSESSED');
  const open = alert.measures.filter((measure) => measure.state !== 'CHECKED').length;
  if (open > 0) throw new DomainError('ALERT_MEASURES_UNCHECKED', { open });
  if (!isTreated(alert)) throw new DomainError('ALERT_RISK_NOT_TREATED');
  return { ...alert, state, closing: { ...closing, text: writtenText(closing.text, 'text', 4) }, openKey: null, measureDueOn: null };
}

/** The measure that was checked last worked at least partly, or somebody above was told after it had not. */
function isTreated(alert: RiskAlert): boolean {
  const checks = alert.measures.flatMap(({ check }) => check ?? []);
  const last = checks.reduce<EffectCheck | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  if (last === null) return false;
  return last.effect !== 'NOT' || alert.escalations.some(({ at }) => at >= last.at);
}

import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { noteOutcome } from '../../domain/alert/measure.js';
import { withMeasure } from '../../domain/alert/risk-alert.js';
import { RiskAlerts } from '../../persistence/alert/risk-alert.repository.js';

const MEASURES: readonly string[] = ['apply-finance-measure', 'apply-sales-measure'];
type Completed = EventData<'finance.handoff-completed.v1'>;
type Returned = EventData<'finance.handoff-returned.v1'>;
type Recalled = EventData<'finance.handoff-recalled.v1'>;

/** What finance or sales said of a measure: a fact, never refused, and once, in whatever state the alert is by then [7.4]. */
@Injectable()
export class NoteMeasureOutcome {
  constructor(private readonly alerts: RiskAlerts) {}

  completed(data: Completed, tx: Tx): Promise<void> {
    return this.note(data, 'apply', String(data.result['outcome'] ?? 'applied'), tx);
  }

  returned(data: Returned, tx: Tx): Promise<void> {
    return this.note(data, 'return', data.reasons.join('; ') || data.code, tx);
  }

  recalled(data: Recalled, tx: Tx): Promise<void> {
    return this.note(data, 'return', data.reason, tx);
  }

  private async note(word: Pick<Recalled, 'handoff' | 'handoffId' | 'at'>, act: 'apply' | 'return', text: string, tx: Tx): Promise<void> {
    if (!MEASURES.includes(word.handoff)) return;
    const alert = await this.alerts.ofMeasureHandoff(word.handoffId, tx);
    const measure = alert?.measures.find(({ handoffId }) => handoffId === word.handoffId);
    if (!alert || !measure) return;
    const noted = noteOutcome(measure, act, { text, at: new Date(word.at) });
    if (noted !== measure) await this.alerts.save(withMeasure(alert, noted), tx);
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, businessDateOf, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { RiskAlert } from '../../domain/alert/risk-alert.js';
import { isGraver, judgeSignal } from '../../domain/early-warning/judge-signal.js';
import type { SignalFact } from '../../domain/early-warning/judge-signal.js';
import type { WarningRule } from '../../domain/early-warning/warning-rule.js';
import { SignalFacts, WarningRules } from '../../persistence/early-warning/early-warning.repository.js';
import { AlertDesk } from '../alert/alert-desk.js';

export type NewSignal = Omit<SignalFact, 'id' | 'version'>;

/**
 * A fact of finance or sales that an early-warning rule may look at [4.22, 4.23]. It is kept once however often it is told. What fulfils a rule raises
 * one alert of the subject; while that is open, worse facts make it graver, and the same ones change nothing.
 */
@Injectable()
export class NoteSignal {
  constructor(
    private readonly facts: SignalFacts,
    private readonly rules: WarningRules,
    private readonly desk: AlertDesk,
    private readonly clock: BusinessClock,
  ) {}

  async apply(signal: NewSignal, tx: Tx): Promise<void> {
    if (await this.facts.ofSource(signal.sourceId, signal.signal, tx)) return;
    await this.facts.insert({ ...signal, id: newId('sig'), version: 0 }, tx);
    const byKey = Map.groupBy(await this.rules.inForce(signal.signal, tx), ({ dedupeKey }) => dedupeKey);
    for (const [key, rules] of byKey) await this.judge(signal, key, rules, tx);
  }

  private async judge(signal: NewSignal, key: string, rules: readonly WarningRule[], tx: Tx): Promise<void> {
    const { subjectId, on } = signal;
    const from = addDays(on, -Math.max(...rules.map(({ windowDays }) => windowDays)));
    const facts = await this.facts.ofSubject(subjectId, signal.signal, from, tx);
    const open = await this.desk.alerts.ofOpenKey(`${key}:${subjectId}`, tx);
    const since = open === null ? await this.lastClosing(rules, subjectId, tx) : null;
    const judged = judgeSignal(rules, facts, { on, since });
    if (!judged) return;
    const { rule, hit } = judged;
    if (open) return isGraver(rule.level, open.level) ? this.worsen(open, { ...open, level: rule.level, rule: hit }, tx) : undefined;
    const { applicationId, customerId, loanId } = signal;
    const made = { raisedBy: 'service:risk', raisedAt: this.clock.now(), signalId: null, handoffId: null };
    const about = { aboutId: subjectId, applicationId, customerId, loanId, openKey: `${key}:${subjectId}`, rule: hit };
    await this.desk.raise({ id: newId('alt'), category: rule.category, level: rule.level, text: hit.explanation, ...about, ...made }, tx);
  }

  private async worsen(open: RiskAlert, worse: RiskAlert, tx: Tx): Promise<void> {
    await this.desk.moved(open, worse, tx);
  }

  /** Day on which the last alert of one of the rules about the subject was closed; null when none was. */
  private async lastClosing(rules: readonly WarningRule[], subjectId: string, tx: Tx): Promise<LocalDate | null> {
    const days: LocalDate[] = [];
    for (const code of new Set(rules.map((rule) => rule.code))) {
      const last = await this.desk.alerts.lastOfRule(code, subjectId, tx);
      if (last?.closing) days.push(businessDateOf(last.closing.at));
    }
    return days.toSorted().at(-1) ?? null;
  }
}

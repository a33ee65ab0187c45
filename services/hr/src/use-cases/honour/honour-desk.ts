import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, quarterOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { checkPeriod } from '../../domain/honour/honour.js';
import type { Honour } from '../../domain/honour/honour.js';
import { quartersOf, scopeOf } from '../../domain/honour/honour-rule.js';
import type { HonourKind, HonourRule } from '../../domain/honour/honour-rule.js';
import type { HonourSheet } from '../../domain/honour/measure.js';
import { rank } from '../../domain/honour/ranking.js';
import type { HonourCandidate } from '../../domain/honour/ranking.js';
import { AppraisalRecord } from '../../persistence/career/appraisal-record.repository.js';
import { HonourRules, Honours } from '../../persistence/honour/honour.repository.js';

/** Open sheets beyond this are not counted for the refusal that names them. */
const MOST_NAMED = 1_000;

export type Listed = Pick<Honour, 'honour' | 'scope' | 'period' | 'ruleId' | 'ranking'>;

/** Makes the list of an honour from the closed sheets of its period [5.9]. */
@Injectable()
export class HonourDesk {
  constructor(
    readonly honours: Honours,
    private readonly rules: HonourRules,
    private readonly record: AppraisalRecord,
    private readonly clock: BusinessClock,
  ) {}

  today(): LocalDate {
    return this.clock.today();
  }

  /** Throws HONOUR_PERIOD, HONOUR_RULE_MISSING, HONOUR_PERIOD_RUNNING, HONOUR_SHEETS_OPEN, HONOUR_NO_SHEETS or HONOUR_QUARTERS_OPEN. */
  async list(honour: HonourKind, period: string, tx: Tx): Promise<Listed> {
    const quarters = quartersOf(period);
    const rule = await this.ruleOf(honour, period, tx);
    if (!rule) throw new DomainError('HONOUR_RULE_MISSING', { honour, period }, 'honour');
    const openSheets = await this.record.openIn(quarters, MOST_NAMED, tx);
    const sheets = await this.record.ofQuarters(quarters, tx);
    const states = await this.record.statesOf(quarters, tx);
    checkPeriod(period, { today: this.today(), openSheets, closedSheets: sheets.length, ...states });
    const ranking = rank(rule, await this.candidates(sheets, quarters, tx));
    return { honour, scope: rule.scope, period, ruleId: rule.id, ranking };
  }

  /** The rule that counts in the first quarter of a period, or null. */
  ruleOf(honour: HonourKind, period: string, tx: Tx): Promise<HonourRule | null> {
    const [first = period] = quartersOf(period);
    return this.rules.forQuarter({ honour, scope: scopeOf(period), quarter: first }, tx);
  }

  rule(id: string, tx: Tx): Promise<HonourRule> {
    return this.rules.get(id, tx);
  }

  /** The last quarters that were closed for the whole company. */
  lastClosed(limit: number): Promise<string[]> {
    return this.record.lastClosed(limit);
  }

  /** Severe violations of a person since a period began, until now. */
  async severeSince(employeeId: string, period: string, tx: Tx): Promise<readonly string[]> {
    const [from = period] = quartersOf(period);
    const found = await this.record.severeOf([employeeId], { from, to: quarterOf(this.today()) }, tx);
    return (found.get(employeeId) ?? []).map(({ violationId }) => violationId);
  }

  private async candidates(sheets: readonly HonourSheet[], quarters: readonly string[], tx: Tx): Promise<HonourCandidate[]> {
    const ofPerson = new Map<string, HonourSheet[]>();
    for (const sheet of sheets) ofPerson.set(sheet.employeeId, [...(ofPerson.get(sheet.employeeId) ?? []), sheet]);
    const ids = [...ofPerson.keys()];
    // As for the bonus: what becomes known until the honour is given counts, not what its quarter was called.
    const severe = await this.record.severeOf(ids, { from: quarters[0] ?? '', to: quarterOf(this.today()) }, tx);
    const selling = await this.record.sellingOf(ids, tx);
    return [...ofPerson].map(([employeeId, own]) => ({
      ...{ employeeId, sheets: own, selling: selling.has(employeeId) },
      severeIds: (severe.get(employeeId) ?? []).map(({ violationId }) => violationId),
    }));
  }
}

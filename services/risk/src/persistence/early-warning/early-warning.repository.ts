import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { SignalFact } from '../../domain/early-warning/judge-signal.js';
import type { WarningRule, WarningSignal } from '../../domain/early-warning/warning-rule.js';
import { signalFactCollection, warningRuleCollection } from './early-warning.schema.js';

const DUPLICATE_KEY = 11_000;
/** Newest facts of a subject that a rule looks at; no window holds more. */
const MOST_FACTS = 500;

@Injectable()
export class WarningRules extends Repository<WarningRule> {
  constructor(database: Database) {
    super(database, warningRuleCollection, 'early-warning rule');
  }

  inForce(signal: WarningSignal, tx: Tx): Promise<WarningRule[]> {
    return this.findMany({ signal, state: 'ACTIVE' }, tx);
  }

  activeOf(code: string, tx: Tx): Promise<WarningRule | null> {
    return this.findOne({ activeKey: code }, tx);
  }

  /** Number of the next version of a rule: 1 for the first. */
  async nextVersion(code: string, tx: Tx): Promise<number> {
    const [last] = await this.findMany({ code }, tx, { sort: { ruleVersion: -1 }, limit: 1 });
    return (last?.ruleVersion ?? 0) + 1;
  }

  /** The unique index speaks when two versions are put in force at once. */
  override async save(rule: WarningRule, tx: Tx): Promise<WarningRule> {
    try {
      return await super.save(rule, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('WARNING_RULE_ACTIVE', { code: rule.code });
      throw error;
    }
  }
}

@Injectable()
export class SignalFacts extends Repository<SignalFact> {
  constructor(database: Database) {
    super(database, signalFactCollection, 'signal');
  }

  ofSource(sourceId: string, signal: WarningSignal, tx: Tx): Promise<SignalFact | null> {
    return this.findOne({ sourceId, signal }, tx);
  }

  /** Facts of a subject from a day on, newest first. */
  ofSubject(subjectId: string, signal: WarningSignal, from: LocalDate, tx: Tx): Promise<SignalFact[]> {
    return this.findMany({ subjectId, signal, on: { $gte: from } }, tx, { sort: { on: -1 }, limit: MOST_FACTS });
  }
}

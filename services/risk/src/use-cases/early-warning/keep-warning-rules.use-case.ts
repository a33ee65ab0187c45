import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { activateRule, draftRule, retireRule } from '../../domain/early-warning/warning-rule.js';
import type { RuleContent } from '../../domain/early-warning/warning-rule.js';
import { WarningRules } from '../../persistence/early-warning/early-warning.repository.js';

export interface DraftWarningRuleRequest extends RuleContent {
  readonly requestKey?: string | null;
}
export interface OnWarningRule {
  readonly requestKey?: string | null;
  readonly ruleId: string;
}

/** Early-warning rules: written by one, put in force by another, the version before retired with it [4.23]. */
@Injectable()
export class KeepWarningRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: WarningRules,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws WARNING_RULE_CODE_INVALID, WARNING_RULE_INVALID or a text refusal. */
  draft(actor: Actor, input: DraftWarningRuleRequest): Promise<string> {
    return this.work.once({ operation: 'draft-warning-rule', actor, input }, async (tx) => {
      const { code, signal, leastAmount, times, inARow, leastTotal, windowDays, category, level, dedupeKey, meaning } = input;
      const content = { code, signal, leastAmount, times, inARow, leastTotal, windowDays, category, level, dedupeKey, meaning };
      const drafted = { ruleVersion: await this.rules.nextVersion(code, tx), by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.rules.insert(draftRule(newId('ewr'), content, drafted), tx)).id;
    });
  }

  /** Throws WARNING_RULE_OWN, WARNING_RULE_ACTIVE or ILLEGAL_TRANSITION. */
  activate(actor: Actor, input: OnWarningRule): Promise<string> {
    return this.work.once({ operation: 'activate-warning-rule', actor, input }, async (tx) => {
      const [by, at] = [employeeIdOf(actor), this.clock.now()];
      const rule = activateRule(await this.rules.get(input.ruleId, tx), by, at);
      const before = await this.rules.activeOf(rule.code, tx);
      if (before) await this.rules.save(retireRule(before, by, at), tx);
      return (await this.rules.save(rule, tx)).id;
    });
  }

  retire(actor: Actor, input: OnWarningRule): Promise<string> {
    return this.work.once({ operation: 'retire-warning-rule', actor, input }, async (tx) => {
      const rule = await this.rules.get(input.ruleId, tx);
      return (await this.rules.save(retireRule(rule, employeeIdOf(actor), this.clock.now()), tx)).id;
    });
  }
}

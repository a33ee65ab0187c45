import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId, quarterOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { approveHonourRule, checkHonourRule } from '../../domain/honour/honour-rule.js';
import type { HonourRuleContent } from '../../domain/honour/honour-rule.js';
import { HonourRules } from '../../persistence/honour/honour.repository.js';

export type PublishHonourRuleRequest = HonourRuleContent & { readonly requestKey?: string | null };
export interface ApproveHonourRuleRequest {
  readonly requestKey?: string | null;
  readonly ruleId: string;
  /** The version that was read; whatever stands now when it is left out. */
  readonly version?: number | null;
}

/** Publishes by what an honour goes from a coming quarter on; it counts once somebody else has approved it [5.9]. */
@Injectable()
export class PublishHonourRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: HonourRules,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws HONOUR_RULE_EXISTS, or what is wrong with the rule, all at once. */
  execute(actor: Actor, input: PublishHonourRuleRequest): Promise<string> {
    return this.work.once({ operation: 'publish-honour-rule', actor, input }, async (tx) => {
      const { honour, scope, fromQuarter, metric, minimums, tieBreakers, places, whenEqual, leastQuarters, trainingTopic } = input;
      checkHonourRule(input, quarterOf(this.clock.today()));
      await this.checkQuarter(input, tx);
      const content = { honour, scope, fromQuarter, metric, minimums, tieBreakers, places, whenEqual, leastQuarters, trainingTopic };
      const rule = { id: newId('hru'), version: 0, ...content, publishedBy: actorRef(actor), approvedBy: null };
      return (await this.rules.insert(rule, tx)).id;
    });
  }

  /** Throws HONOUR_RULE_APPROVED, PROPOSAL_CHANGED, HONOUR_RULE_SAME_PERSON, HONOUR_RULE_LATE or HONOUR_RULE_EXISTS. */
  approve(actor: Actor, input: ApproveHonourRuleRequest): Promise<string> {
    return this.work.once({ operation: 'approve-honour-rule', actor, input }, async (tx) => {
      const rule = await this.rules.get(input.ruleId, tx);
      const approved = approveHonourRule(rule, {
        by: actorRef(actor),
        version: input.version,
        runningQuarter: quarterOf(this.clock.today()),
      });
      await this.checkQuarter(rule, tx);
      return (await this.rules.save(approved, tx)).id;
    });
  }

  private async checkQuarter(rule: Pick<HonourRuleContent, 'honour' | 'scope' | 'fromQuarter'>, tx: Tx): Promise<void> {
    const { honour, fromQuarter: quarter } = rule;
    if (await this.rules.from(rule, tx)) throw new DomainError('HONOUR_RULE_EXISTS', { honour, quarter }, 'fromQuarter');
  }
}

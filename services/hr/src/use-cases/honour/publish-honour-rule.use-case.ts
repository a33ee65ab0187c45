import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError, newId, quarterOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkHonourRule } from '../../domain/honour/honour-rule.js';
import type { HonourRuleContent } from '../../domain/honour/honour-rule.js';
import { HonourRules } from '../../persistence/honour/honour.repository.js';

export type PublishHonourRuleRequest = HonourRuleContent & { readonly requestKey?: string | null };

/** Publishes by what an honour goes from a quarter on [5.9]. */
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
      if (await this.rules.from(input, tx)) throw new DomainError('HONOUR_RULE_EXISTS', { honour, quarter: fromQuarter }, 'fromQuarter');
      const content = { honour, scope, fromQuarter, metric, minimums, tieBreakers, places, whenEqual, leastQuarters, trainingTopic };
      return (await this.rules.insert({ id: newId('hru'), version: 0, ...content, publishedBy: actorRef(actor) }, tx)).id;
    });
  }
}

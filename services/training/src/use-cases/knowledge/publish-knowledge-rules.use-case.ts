import { Injectable } from '@nestjs/common';
import { ROLES } from '@weilend/contracts';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishRules } from '../../domain/knowledge/knowledge-rules.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { KnowledgeRulesets } from '../../persistence/knowledge/knowledge.repository.js';

export interface PublishKnowledgeRulesRequest {
  readonly requestKey?: string | null;
  readonly effectiveFrom: LocalDate;
  readonly requirements: readonly { readonly role: string; readonly topics: readonly TrainingTopic[] }[];
}

/** Publishes the next version of what each role has to know; people are measured against it when its day comes [7.7]. */
@Injectable()
export class PublishKnowledgeRules {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rulesets: KnowledgeRulesets,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishKnowledgeRulesRequest): Promise<string> {
    return this.work.once({ operation: 'publish-knowledge-rules', actor, input, inTurn: 'knowledge-rules' }, async (tx) => {
      const latest = await this.rulesets.latest(tx);
      // Two at once would both become the next number: one of them waits and sees the other.
      if (latest) await this.rulesets.lock(latest.id, tx);
      const requirements = input.requirements.map(({ role, topics }) => ({ role, topics: [...topics] }));
      const by = { publishedBy: employeeIdOf(actor), publishedAt: this.clock.now() };
      const facts = { id: newId('krs'), effectiveFrom: input.effectiveFrom, requirements, ...by };
      const rules = publishRules(facts, { latest, roles: ROLES, today: this.clock.today() });
      return (await this.rulesets.insert(rules, tx)).id;
    });
  }
}

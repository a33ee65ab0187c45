import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishRule } from '../../domain/rule/rule.js';
import { CompanyRules } from '../../persistence/rule.repository.js';

export interface PublishRuleRequest {
  readonly requestKey?: string | null;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  /** Roles it is addressed to; everybody when left out. */
  readonly audience?: readonly string[] | null;
  readonly effectiveFrom?: LocalDate | null;
}

/** Publishes the next version of a rule; everybody it is addressed to owes an acknowledgement anew [7.7]. */
@Injectable()
export class PublishRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: CompanyRules,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PublishRuleRequest): Promise<string> {
    return this.work.once({ operation: 'publish-rule', actor, input }, async (tx) => {
      const today = this.clock.today();
      const { code, title, text } = input;
      const facts = { id: newId('rul'), code, title, text, audience: input.audience ?? [], effectiveFrom: input.effectiveFrom ?? today };
      const rule = publishRule({ ...facts, publishedBy: employeeIdOf(actor) }, await this.rules.versionsOf(code, tx), today);
      return (await this.rules.insert({ ...rule, version: 0 }, tx)).id;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acknowledge } from '../../domain/rule/rule.js';
import { Acknowledgements, CompanyRules } from '../../persistence/rule.repository.js';

export interface AcknowledgeRuleRequest {
  readonly requestKey?: string | null;
  readonly ruleId: string;
}

/** A person says of himself that he has read and keeps the newest version of a rule [7.7]. */
@Injectable()
export class AcknowledgeRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: CompanyRules,
    private readonly acknowledgements: Acknowledgements,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: AcknowledgeRuleRequest): Promise<string> {
    return this.work.once({ operation: 'acknowledge-rule', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const rule = await this.rules.get(input.ruleId, tx);
      const versions = await this.rules.versionsOf(rule.code, tx);
      const earlier = await this.acknowledgements.of(rule.id, employeeId, tx);
      const given = acknowledge(rule, { employeeId, roles: (actor as EmployeeActor).roles }, { versions, earlier });
      return (await this.acknowledgements.insert({ id: newId('ack'), version: 0, ...given, acknowledgedAt: this.clock.now() }, tx)).id;
    });
  }
}

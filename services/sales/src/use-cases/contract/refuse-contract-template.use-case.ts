import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { refuseTemplate } from '../../domain/contract/template.js';
import { ContractTemplates } from '../../persistence/contract/template.repository.js';

export interface RefuseContractTemplateRequest {
  readonly requestKey?: string | null;
  readonly templateId: string;
  readonly reason: string;
}

/** Compliance sends a proposed edition back with the reason; its name is free again [2.12]. */
@Injectable()
export class RefuseContractTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: ContractTemplates,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RefuseContractTemplateRequest): Promise<string> {
    const word = { by: employeeIdOf(actor), at: this.clock.now() };
    return this.work.once({ operation: 'refuse-contract-template', actor, input }, async (tx) => {
      const template = await this.templates.get(input.templateId, tx);
      return (await this.templates.save(refuseTemplate(template, input.reason, word), tx)).id;
    });
  }
}

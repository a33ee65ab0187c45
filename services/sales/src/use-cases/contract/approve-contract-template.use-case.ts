import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { approveTemplate } from '../../domain/contract/template.js';
import { ContractTemplates } from '../../persistence/contract/template.repository.js';

export interface ApproveContractTemplateRequest {
  readonly requestKey?: string | null;
  readonly templateId: string;
}

/** Compliance puts a proposed edition in force from its day on [2.12]. */
@Injectable()
export class ApproveContractTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: ContractTemplates,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ApproveContractTemplateRequest): Promise<string> {
    const word = { by: employeeIdOf(actor), at: this.clock.now(), today: this.clock.today() };
    return this.work.once({ operation: 'approve-contract-template', actor, input }, async (tx) => {
      const template = await this.templates.get(input.templateId, tx);
      return (await this.templates.save(approveTemplate(template, word), tx)).id;
    });
  }
}

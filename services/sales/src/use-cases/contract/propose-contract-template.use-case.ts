import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { proposeTemplate } from '../../domain/contract/template.js';
import { ContractTemplates } from '../../persistence/contract/template.repository.js';

export interface ProposeContractTemplateRequest {
  readonly requestKey?: string | null;
  readonly edition: string;
  readonly effectiveFrom: LocalDate;
  readonly note?: string | null;
  readonly sections: readonly {
    readonly key: string;
    readonly title: string;
    readonly text: string;
    readonly isOptional?: boolean | null;
  }[];
}

/** A new edition of the contract text, for somebody else to put in force [2.12]. */
@Injectable()
export class ProposeContractTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: ContractTemplates,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ProposeContractTemplateRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'propose-contract-template', actor, input }, async (tx) => {
      const { edition, effectiveFrom, note } = input;
      const sections = input.sections.map(({ isOptional, ...section }) => ({ ...section, isOptional: isOptional ?? false }));
      const proposal = { id: newId('ctt'), edition, sections, effectiveFrom, note: note ?? '' };
      const template = proposeTemplate(proposal, { by, at: this.clock.now(), today: this.clock.today() });
      if (await this.templates.ofEdition(edition, tx)) throw new DomainError('TEMPLATE_EDITION_TAKEN', { edition }, 'edition');
      return (await this.templates.insert(template, tx)).id;
    });
  }
}

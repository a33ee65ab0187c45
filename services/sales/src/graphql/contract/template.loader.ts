import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { ContractTemplate } from '../../domain/contract/template.js';
import { TemplateQueries } from '../../queries/contract/template.queries.js';

@Injectable()
export class ContractTemplateLoader extends EntityLoader<ContractTemplate> {
  readonly typeName = 'ContractTemplate';

  constructor(private readonly queries: TemplateQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ContractTemplate[]> {
    return this.queries.byIds(ids);
  }
}

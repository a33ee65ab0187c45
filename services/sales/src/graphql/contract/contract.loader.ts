import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { ContractQueries } from '../../queries/contract/contract.queries.js';
import type { ContractView } from '../../queries/contract/contract.queries.js';

@Injectable()
export class LoanContractLoader extends EntityLoader<ContractView> {
  readonly typeName = 'LoanContract';

  constructor(private readonly queries: ContractQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ContractView[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The contracts of an application, latest draft first. */
@Injectable()
export class ContractsOfApplication extends ListLoader<ContractView> {
  constructor(private readonly queries: ContractQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ContractView])[]> {
    return (await this.queries.ofApplications(ids, actor)).map((one) => [one.applicationId, one] as const);
  }
}

import { Injectable } from '@nestjs/common';
import { LeanEntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { CONTRACT_HEAD, ContractQueries } from '../../queries/contract/contract.queries.js';
import type { ContractHead, ContractView } from '../../queries/contract/contract.queries.js';

@Injectable()
export class LoanContractLoader extends LeanEntityLoader<ContractView, ContractHead> {
  readonly typeName = 'LoanContract';
  protected readonly headFields = CONTRACT_HEAD;

  constructor(private readonly queries: ContractQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ContractView[]> {
    return this.queries.byIds(ids, actor);
  }

  protected loadHeads(ids: readonly string[], actor: Actor): Promise<readonly ContractHead[]> {
    return this.queries.headsByIds(ids, actor);
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

import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { AmendmentQueries } from '../../queries/contract/amendment.queries.js';

@Injectable()
export class ContractAmendmentLoader extends EntityLoader<ContractAmendment> {
  readonly typeName = 'ContractAmendment';

  constructor(private readonly queries: AmendmentQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ContractAmendment[]> {
    return this.queries.byIds(ids, actor);
  }
}

/** The supplementary agreements of a contract, latest first. */
@Injectable()
export class AmendmentsOfContract extends ListLoader<ContractAmendment> {
  constructor(private readonly queries: AmendmentQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, ContractAmendment])[]> {
    return (await this.queries.ofContracts(ids, actor)).map((one) => [one.contractId, one] as const);
  }
}

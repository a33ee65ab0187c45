import { Injectable } from '@nestjs/common';
import { rmbCapitals } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import type { LoanContract } from '../../domain/contract/contract.js';
import { contractCollection } from '../../persistence/contract/contract.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

export interface ContractView extends LoanContract {
  readonly amountInCapitals: string;
}

/** The read side of contracts, in the scope of who asks. */
@Injectable()
export class ContractQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<ContractView[]> {
    return (await this.read({ _id: { $in: [...ids] } }, actor)).map(toView);
  }

  /** The contracts of applications, latest draft first. */
  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<ContractView[]> {
    return (await this.read({ applicationId: { $in: [...applicationIds] } }, actor)).map(toView);
  }

  private read(filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return newestFirst(this.database.model(contractCollection), { ...filter, ...salesScope(actor, 'salespersonId') });
  }
}

function toView(row: Stored): ContractView {
  const contract = toPlain<LoanContract>(row);
  return { ...contract, amountInCapitals: rmbCapitals(contract.terms.amountFen) };
}

import { Inject, Injectable } from '@nestjs/common';
import { actorRef, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ServiceConfig } from '@weilend/service';
import { openAmendment, replaceAmendment } from '../../domain/contract/amendment.js';
import { ContractAmendments } from '../../persistence/contract/amendment.repository.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import type { SalesConfig } from '../../sales.config.js';
import { WorkingDeadlines } from '../working-deadlines.js';

const BY = actorRef({ kind: 'service', service: 'finance' });

/** Finance restructured a loan: the agreement that writes it down is owed, and one that is not signed yet is replaced by it [2.12]. */
@Injectable()
export class OpenAmendment {
  constructor(
    private readonly amendments: ContractAmendments,
    private readonly contracts: Contracts,
    private readonly applications: Applications,
    private readonly customers: Customers,
    private readonly deadlines: WorkingDeadlines,
    @Inject(ServiceConfig) private readonly config: SalesConfig,
  ) {}

  /** What is told twice, or late after a newer schedule, changes nothing; so does a loan that is not of a contract of ours. */
  async apply({ data, time }: EventMessage<'finance.loan-restructured.v1'>, tx: Tx): Promise<void> {
    const contract = (await this.contracts.ofApplication(data.applicationId, tx)).find(({ state }) => state === 'signed');
    if (!contract) return;
    const earlier = await this.amendments.ofContract(contract.id, tx);
    if (earlier.some(({ scheduleNo }) => scheduleNo >= data.scheduleNo)) return;
    const at = new Date(time);
    for (const one of earlier.filter(({ signDueAt }) => signDueAt !== null))
      await this.amendments.save(replaceAmendment(one, { by: BY, at }), tx);
    const customer = await this.customers.get(contract.customerId, tx);
    const { facts } = await this.applications.get(contract.applicationId, tx);
    const { annualRate, method, outstandingPrincipalFen: principalFen } = data;
    const amendment = openAmendment(contract, {
      ...{ id: newId('amd'), loanId: data.loanId, scheduleNo: data.scheduleNo, no: earlier.length + 1 },
      after: { principalFen, annualRate, method, maturesOn: data.maturesOn as LocalDate },
      ...{ effectiveOn: data.effectiveOn as LocalDate, disbursedOn: facts.disbursed?.disbursedOn ?? null },
      ...{ lender: this.config.LENDER_NAME, borrower: customer.name, salespersonId: customer.ownerId },
      ...{ by: BY, at, dueAt: await this.deadlines.dueAt('deadline.sign-amendment', at) },
    });
    await this.amendments.insert(amendment, tx);
  }
}

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import type { HandoffData } from '@weilend/contracts';
import { invariant } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { LoanApplication } from '../../domain/application/application.js';
import type { LoanContract } from '../../domain/contract/contract.js';
import { Customers } from '../../persistence/customer/customer.repository.js';

/** Gives finance the order to pay a signed contract: terms, hashes, the account, who signed it, and the borrower's name as a blind index. */
@Injectable()
export class PaymentOrder {
  constructor(
    private readonly handoffs: Handoffs,
    private readonly customers: Customers,
    private readonly cipher: FieldCipher,
  ) {}

  async give(application: LoanApplication, contract: LoanContract, tx: Tx): Promise<string> {
    const { signedAt, costSheet, payeeAccountId } = contract;
    invariant(contract.state === 'signed' && signedAt && costSheet && payeeAccountId, 'only a signed contract is paid');
    const customer = await this.customers.get(application.customerId, tx);
    const data = {
      applicationId: application.id,
      participants: [...application.participants],
      contractId: contract.id,
      customerId: customer.id,
      customerType: customer.type,
      salespersonId: contract.signedBy ?? application.salespersonId,
      decisionId: contract.decisionId,
      ...contract.terms,
      purpose: application.ask.purpose,
      contractHash: contract.contractHash,
      costSheetId: costSheet.costSheetId,
      costSheetHash: costSheet.hash,
      payeeAccountId,
      nameIndex: this.cipher.blindIndex('name', customer.name),
      signedAt: signedAt.toISOString(),
    } as HandoffData<'disburse-loan'>;
    return this.handoffs.send('disburse-loan', { subject: application.id, data }, tx);
  }
}

import { Injectable } from '@nestjs/common';
import type { HandoffData } from '@weilend/contracts';
import { businessDateOf } from '@weilend/kernel';
import { NotYetSeen } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { ApplicationFacts, DecisionFact } from '../domain/disbursement/application-facts.js';
import { checkCostSheet, checkPayeeIsBorrower, judgeApproval } from '../domain/disbursement/gate-seven.rule.js';
import type { SignedContract } from '../domain/disbursement/gate-seven.rule.js';
import { loanUseOf } from '../domain/exposure/loan-use.js';
import { CostSheets } from '../persistence/cost-sheet.repository.js';
import { MergedCustomers } from '../persistence/merged-customer.repository.js';
import { PayeeAccounts } from '../persistence/payee-account.repository.js';
import type { PayeeAccount } from '../persistence/payee-account.repository.js';
import { BorrowerExposures } from './borrower-exposures.js';
import { termsOf } from './terms-of.js';

/** Gate G7 over the facts that finance keeps: approval's word, its own cost sheet, the payee account, the borrower's limit [4.19, 7.3]. */
@Injectable()
export class GateSeven {
  constructor(
    private readonly sheets: CostSheets,
    private readonly accounts: PayeeAccounts,
    private readonly exposures: BorrowerExposures,
    private readonly merged: MergedCustomers,
  ) {}

  /** The signed contract and what approval said, under the id that the customer goes on with: sales may have merged his file in between. */
  async current(
    data: HandoffData<'disburse-loan'>,
    facts: ApplicationFacts,
    tx: Tx,
  ): Promise<{ data: HandoffData<'disburse-loan'>; facts: ApplicationFacts }> {
    const decisions: DecisionFact[] = [];
    for (const one of facts.decisions)
      decisions.push({ ...one, customerId: one.customerId && (await this.merged.survivorOf(one.customerId, tx)) });
    const customerId = await this.merged.survivorOf(data.customerId, tx);
    return { data: { ...data, customerId }, facts: { ...facts, decisions } };
  }

  /** Throws NotYetSeen while approval's word is missing, or a DomainError with the reason. */
  async pass(data: HandoffData<'disburse-loan'>, facts: ApplicationFacts, tx: Tx): Promise<SignedContract> {
    const contract = signedContract(data);
    if (judgeApproval(facts, contract) === 'NOT_YET_SEEN') throw new NotYetSeen(data.applicationId, 'approval');
    checkCostSheet(await this.sheets.find(data.costSheetId, tx), contract);
    checkPayeeIsBorrower(await this.payee(data.payeeAccountId, tx), contract);
    const { customerId, purpose, customerType } = data;
    await this.exposures.check({ customerId, loanUse: loanUseOf(purpose, customerType) }, contract.terms.amountFen, tx);
    return contract;
  }

  private async payee(accountId: string, tx: Tx): Promise<PayeeAccount | null> {
    const account = await this.accounts.find(accountId, tx);
    return account && { ...account, customerId: await this.merged.survivorOf(account.customerId, tx) };
  }
}

function signedContract(data: HandoffData<'disburse-loan'>): SignedContract {
  const { contractId, applicationId, customerId, decisionId, costSheetHash, payeeAccountId, nameIndex } = data;
  const signedOn = businessDateOf(new Date(data.signedAt));
  return { contractId, applicationId, customerId, decisionId, terms: termsOf(data), costSheetHash, signedOn, payeeAccountId, nameIndex };
}

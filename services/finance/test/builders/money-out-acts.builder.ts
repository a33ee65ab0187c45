import { CsvPaymentFile } from '../../src/adapters/csv-payment-file.adapter.js';
import { AddGroupMember } from '../../src/use-cases/add-group-member/add-group-member.use-case.js';
import { ConfirmDisbursementReversal } from '../../src/use-cases/confirm-disbursement-reversal/confirm-disbursement-reversal.use-case.js';
import { DissolvePaymentBatch } from '../../src/use-cases/dissolve-payment-batch/dissolve-payment-batch.use-case.js';
import { ExportPaymentBatch } from '../../src/use-cases/export-payment-batch/export-payment-batch.use-case.js';
import { GroupMembers } from '../../src/use-cases/group-members.js';
import { LoanBooks } from '../../src/use-cases/loan-books.js';
import { OpenBorrowerGroup } from '../../src/use-cases/open-borrower-group/open-borrower-group.use-case.js';
import { OpenPaymentBatch } from '../../src/use-cases/open-payment-batch/open-payment-batch.use-case.js';
import { PaymentRelease } from '../../src/use-cases/payment-release.js';
import { ProposeDisbursementReversal } from '../../src/use-cases/propose-disbursement-reversal/propose-disbursement-reversal.use-case.js';
import { RegisterSalaryAccount } from '../../src/use-cases/register-salary-account/register-salary-account.use-case.js';
import { RejectDisbursementReversal } from '../../src/use-cases/reject-disbursement-reversal/reject-disbursement-reversal.use-case.js';
import { ReleaseBonusPayment } from '../../src/use-cases/release-bonus-payment/release-bonus-payment.use-case.js';
import { BatchOrders } from '../../src/use-cases/release-payment-batch/batch-orders.js';
import { ReleasePaymentBatch } from '../../src/use-cases/release-payment-batch/release-payment-batch.use-case.js';
import { RemoveGroupMember } from '../../src/use-cases/remove-group-member/remove-group-member.use-case.js';
import { BonusSteps } from '../../src/use-cases/settle-bonus/bonus-steps.js';
import { PaymentSignal } from '../../src/use-cases/settle-payment/payment-signal.js';
import type { PlatformUnderTest } from '@weilend/testing';
import type { Repos } from './repositories.builder.js';

// What finance does with money on its way out, built by hand.

export function groupsOf(p: PlatformUnderTest, { groups, exposures, merged }: Repos) {
  const members = new GroupMembers(groups, exposures, p.clock, merged, p.outbox);
  return {
    openBorrowerGroup: new OpenBorrowerGroup(p.work, members),
    addGroupMember: new AddGroupMember(p.work, groups, members),
    removeGroupMember: new RemoveGroupMember(p.work, groups, members),
  };
}

export function batchesOf(p: PlatformUnderTest, { batches, orders, accounts }: Repos, release: PaymentRelease) {
  const ofBatch = new BatchOrders(orders, release);
  return {
    openBatch: new OpenPaymentBatch(p.work, orders, batches, p.clock),
    releaseBatch: new ReleasePaymentBatch(p.work, p.database, batches, ofBatch, new PaymentSignal(), p.clock),
    dissolveBatch: new DissolvePaymentBatch(p.work, p.database, batches, ofBatch),
    exportBatch: new ExportPaymentBatch(p.work, batches, orders, accounts, new CsvPaymentFile(), p.clock),
  };
}

export const bonusStepsOf = (p: PlatformUnderTest, { bonuses, salaryAccounts, ledger }: Repos): BonusSteps =>
  new BonusSteps(p.database, bonuses, salaryAccounts, ledger, p.handoffs, p.clock);

export function bonusesOf(p: PlatformUnderTest, { bonuses, salaryAccounts }: Repos) {
  return {
    registerSalaryAccount: new RegisterSalaryAccount(p.work, salaryAccounts, bonuses, p.cipher, p.clock),
    releaseBonus: new ReleaseBonusPayment(p.work, p.database, bonuses, salaryAccounts, p.handoffs, new PaymentSignal()),
  };
}

export function reversalsOf(p: PlatformUnderTest, { orders, loans, repayments }: Repos, books: LoanBooks) {
  return {
    proposeReversal: new ProposeDisbursementReversal(p.work, orders, loans, repayments, p.clock),
    confirmReversal: new ConfirmDisbursementReversal(p.work, orders, loans, books, p.outbox, p.clock),
    rejectReversal: new RejectDisbursementReversal(p.work, orders),
  };
}

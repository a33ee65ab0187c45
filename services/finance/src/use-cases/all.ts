import { ApplyLoanChange } from './approve-loan-request/apply-loan-change.js';
import { ApproveLoanRequest } from './approve-loan-request/approve-loan-request.use-case.js';
import { LoanRequestNews } from './approve-loan-request/loan-request-news.js';
import { AssignCollection } from './assign-collection/assign-collection.use-case.js';
import { AddGroupMember } from './add-group-member/add-group-member.use-case.js';
import { ConfirmDisbursementReversal } from './confirm-disbursement-reversal/confirm-disbursement-reversal.use-case.js';
import { ProposeDisbursementReversal } from './propose-disbursement-reversal/propose-disbursement-reversal.use-case.js';
import { RejectDisbursementReversal } from './reject-disbursement-reversal/reject-disbursement-reversal.use-case.js';
import { OpenPaymentBatch } from './open-payment-batch/open-payment-batch.use-case.js';
import { ReleasePaymentBatch } from './release-payment-batch/release-payment-batch.use-case.js';
import { BatchOrders } from './release-payment-batch/batch-orders.js';
import { DissolvePaymentBatch } from './dissolve-payment-batch/dissolve-payment-batch.use-case.js';
import { ExportPaymentBatch } from './export-payment-batch/export-payment-batch.use-case.js';
import { PaymentRelease } from './payment-release.js';
import { OpenBonusPayment } from './open-bonus-payment/open-bonus-payment.use-case.js';
import { RegisterSalaryAccount } from './register-salary-account/register-salary-account.use-case.js';
import { ReleaseBonusPayment } from './release-bonus-payment/release-bonus-payment.use-case.js';
import { BonusSteps } from './settle-bonus/bonus-steps.js';
import { AssignBankLine } from './assign-bank-line/assign-bank-line.use-case.js';
import { BorrowerExposures } from './borrower-exposures.js';
import { CancelPromise } from './cancel-promise/cancel-promise.use-case.js';
import { CheckDisbursement } from './check-disbursement/check-disbursement.use-case.js';
import { ContactDesk } from './contact-desk.js';
import { BorrowerCheck } from './check-ledger/borrower-check.js';
import { CheckBatch } from './check-ledger/check-batch.js';
import { CheckLedger } from './check-ledger/check-ledger.use-case.js';
import { CheckSchedule } from './check-ledger/check-schedule.js';
import { CheckSignal } from './check-ledger/check-signal.js';
import { LoanCheck } from './check-ledger/loan-check.js';
import { OpenCheck } from './check-ledger/open-check.js';
import { ClosePeriod } from './close-period/close-period.use-case.js';
import { FinishPeriod } from './close-period/finish-period.js';
import { PeriodFacts } from './close-period/period-facts.js';
import { CountPortfolio } from './count-portfolio/count-portfolio.js';
import { EndMeasureWork } from './end-measure-work/end-measure-work.use-case.js';
import { FreezeBook } from './freeze-book.js';
import { MeasureEnd } from './measure-end.js';
import { TakeMeasure } from './take-measure/take-measure.use-case.js';
import { FollowMergedCustomer } from './follow-merged-customer/follow-merged-customer.use-case.js';
import { GateSeven } from './gate-seven.js';
import { GiveFinanceOpinion } from './give-finance-opinion/give-finance-opinion.use-case.js';
import { GroupMembers } from './group-members.js';
import { ImportBankStatement } from './import-bank-statement/import-bank-statement.use-case.js';
import { StatementFile } from './import-bank-statement/statement-file.js';
import { IssueCostSheet } from './issue-cost-sheet/issue-cost-sheet.use-case.js';
import { IssueQuotes } from './issue-quotes/issue-quotes.use-case.js';
import { JudgeLoanClass } from './judge-loan-class/judge-loan-class.use-case.js';
import { LoanJudgements } from './judge-loan-class/loan-judgements.js';
import { LendingPolicies } from '../persistence/lending-policies.js';
import { LoanBooks } from './loan-books.js';
import { LoanRepayments } from './loan-repayments.js';
import { MakeDisbursement } from './make-disbursement/make-disbursement.use-case.js';
import { MatchBankLine } from './match-bank-line/match-bank-line.use-case.js';
import { NoteApproval } from './note-approval/note-approval.use-case.js';
import { NoteSalesContact } from './note-sales-contact/note-sales-contact.use-case.js';
import { OpenCollectionCases } from './open-collection-cases.js';
import { OpenBorrowerGroup } from './open-borrower-group/open-borrower-group.use-case.js';
import { OpenDisbursement } from './open-disbursement/open-disbursement.use-case.js';
import { OrderEnd } from './order-end.js';
import { ProposeLoanRequest } from './propose-loan-request/propose-loan-request.use-case.js';
import { PlanCollection } from './plan-collection/plan-collection.use-case.js';
import { PromiseBook } from './promise-book.js';
import { BankLineBook } from './post-bank-line/bank-line-book.js';
import { CarryBankLines } from './post-bank-line/carry-bank-lines.js';
import { PostBankLine } from './post-bank-line/post-bank-line.use-case.js';
import { PublishProduct } from './publish-product/publish-product.use-case.js';
import { RecordCollectionContact } from './record-collection-contact/record-collection-contact.use-case.js';
import { RecordRepayment } from './record-repayment/record-repayment.use-case.js';
import { RegisterPayeeAccount } from './register-payee-account/register-payee-account.use-case.js';
import { RejectLoanRequest } from './reject-loan-request/reject-loan-request.use-case.js';
import { RejectDisbursement } from './reject-disbursement/reject-disbursement.use-case.js';
import { ScheduleHistory } from './schedule-history.js';
import { RemoveGroupMember } from './remove-group-member/remove-group-member.use-case.js';
import { RequestStatementUpload } from './request-statement-upload/request-statement-upload.use-case.js';
import { SetBankLineAside } from './set-bank-line-aside/set-bank-line-aside.use-case.js';
import { PaymentSending } from './settle-payment/payment-sending.js';
import { PaymentSignal } from './settle-payment/payment-signal.js';
import { PaymentSteps } from './settle-payment/payment-steps.js';
import { PostDisbursement } from './settle-payment/post-disbursement.js';
import { SettlePayment } from './settle-payment/settle-payment.use-case.js';
import { ReverseRepayment } from './reverse-repayment/reverse-repayment.use-case.js';
import { AskAboutArrears } from './run-collection-day/ask-about-arrears.js';
import { JudgePromise } from './run-collection-day/judge-promise.js';
import { KeepCollectionCases } from './run-collection-day/keep-collection-cases.js';
import { RunCollectionDay } from './run-collection-day/run-collection-day.use-case.js';
import { CloseBatch } from './run-day-end/close-batch.js';
import { DayEndBooks } from './run-day-end/day-end-books.js';
import { CloseRunningDay } from './run-day-end/close-running-day.js';
import { DayEndSchedule } from './run-day-end/day-end-schedule.js';
import { DayEndSignal } from './run-day-end/day-end-signal.js';
import { StartDayEnd } from './run-day-end/start-day-end.use-case.js';
import { StopDisbursement } from './stop-disbursement/stop-disbursement.use-case.js';
import { WithdrawLoanRequest } from './withdraw-loan-request/withdraw-loan-request.use-case.js';

/** What finance does, and the parts that several of its acts share, for the module. */
export const useCases = [
  ...[PublishProduct, RegisterPayeeAccount, MakeDisbursement, CheckDisbursement, RejectDisbursement, RecordRepayment, ReverseRepayment],
  ...[IssueQuotes, IssueCostSheet, OpenDisbursement, NoteApproval, StopDisbursement, SettlePayment, GiveFinanceOpinion],
  ...[BorrowerExposures, LendingPolicies, GateSeven, LoanBooks, LoanRepayments, OrderEnd, PaymentSignal, PaymentSteps, PostDisbursement],
  ...[PaymentSending, ProposeDisbursementReversal, ConfirmDisbursementReversal, RejectDisbursementReversal],
  ...[OpenPaymentBatch, ReleasePaymentBatch, DissolvePaymentBatch, ExportPaymentBatch, BatchOrders, PaymentRelease],
  ...[OpenBonusPayment, RegisterSalaryAccount, ReleaseBonusPayment, BonusSteps],
  ...[OpenBorrowerGroup, AddGroupMember, RemoveGroupMember, GroupMembers, FollowMergedCustomer],
  ...[StartDayEnd, CloseRunningDay, CloseBatch, DayEndBooks, DayEndSchedule, DayEndSignal],
  ...[ProposeLoanRequest, ApproveLoanRequest, RejectLoanRequest, WithdrawLoanRequest, JudgeLoanClass],
  ...[ApplyLoanChange, LoanRequestNews, LoanJudgements, ScheduleHistory],
  ...[RecordCollectionContact, AssignCollection, PlanCollection, CancelPromise, RunCollectionDay],
  ...[OpenCollectionCases, ContactDesk, PromiseBook, JudgePromise, KeepCollectionCases, AskAboutArrears, NoteSalesContact],
  ...[CheckLedger, OpenCheck, CheckBatch, CheckSchedule, CheckSignal, LoanCheck, BorrowerCheck],
  ...[ClosePeriod, FinishPeriod, PeriodFacts, CountPortfolio],
  ...[RequestStatementUpload, ImportBankStatement, StatementFile, AssignBankLine, SetBankLineAside],
  ...[MatchBankLine, PostBankLine, CarryBankLines, BankLineBook],
  ...[TakeMeasure, EndMeasureWork, MeasureEnd, FreezeBook],
];

import { AssignBankLine } from './assign-bank-line/assign-bank-line.use-case.js';
import { BorrowerExposures } from './borrower-exposures.js';
import { CheckDisbursement } from './check-disbursement/check-disbursement.use-case.js';
import { GateSeven } from './gate-seven.js';
import { GiveFinanceOpinion } from './give-finance-opinion/give-finance-opinion.use-case.js';
import { ImportBankStatement } from './import-bank-statement/import-bank-statement.use-case.js';
import { StatementFile } from './import-bank-statement/statement-file.js';
import { IssueCostSheet } from './issue-cost-sheet/issue-cost-sheet.use-case.js';
import { IssueQuotes } from './issue-quotes/issue-quotes.use-case.js';
import { LoanBooks } from './loan-books.js';
import { LoanRepayments } from './loan-repayments.js';
import { MakeDisbursement } from './make-disbursement/make-disbursement.use-case.js';
import { MatchBankLine } from './match-bank-line/match-bank-line.use-case.js';
import { NoteApproval } from './note-approval/note-approval.use-case.js';
import { OpenDisbursement } from './open-disbursement/open-disbursement.use-case.js';
import { OrderEnd } from './order-end.js';
import { BankLineBook } from './post-bank-line/bank-line-book.js';
import { CarryBankLines } from './post-bank-line/carry-bank-lines.js';
import { PostBankLine } from './post-bank-line/post-bank-line.use-case.js';
import { PublishProduct } from './publish-product/publish-product.use-case.js';
import { RecordRepayment } from './record-repayment/record-repayment.use-case.js';
import { RegisterPayeeAccount } from './register-payee-account/register-payee-account.use-case.js';
import { RejectDisbursement } from './reject-disbursement/reject-disbursement.use-case.js';
import { RequestStatementUpload } from './request-statement-upload/request-statement-upload.use-case.js';
import { SetBankLineAside } from './set-bank-line-aside/set-bank-line-aside.use-case.js';
import { PaymentSignal } from './settle-payment/payment-signal.js';
import { PaymentSteps } from './settle-payment/payment-steps.js';
import { PostDisbursement } from './settle-payment/post-disbursement.js';
import { SettlePayment } from './settle-payment/settle-payment.use-case.js';
import { ReverseRepayment } from './reverse-repayment/reverse-repayment.use-case.js';
import { ClassPolicies } from './run-day-end/class-policies.js';
import { CloseBatch } from './run-day-end/close-batch.js';
import { DayEndBooks } from './run-day-end/day-end-books.js';
import { CloseRunningDay } from './run-day-end/close-running-day.js';
import { DayEndSchedule } from './run-day-end/day-end-schedule.js';
import { DayEndSignal } from './run-day-end/day-end-signal.js';
import { StartDayEnd } from './run-day-end/start-day-end.use-case.js';
import { StopDisbursement } from './stop-disbursement/stop-disbursement.use-case.js';

/** What finance does, and the parts that several of its acts share, for the module. */
export const useCases = [
  ...[PublishProduct, RegisterPayeeAccount, MakeDisbursement, CheckDisbursement, RejectDisbursement, RecordRepayment, ReverseRepayment],
  ...[IssueQuotes, IssueCostSheet, OpenDisbursement, NoteApproval, StopDisbursement, SettlePayment, GiveFinanceOpinion],
  ...[BorrowerExposures, GateSeven, LoanBooks, LoanRepayments, OrderEnd, PaymentSignal, PaymentSteps, PostDisbursement],
  ...[StartDayEnd, CloseRunningDay, CloseBatch, DayEndBooks, ClassPolicies, DayEndSchedule, DayEndSignal],
  ...[RequestStatementUpload, ImportBankStatement, StatementFile, AssignBankLine, SetBankLineAside],
  ...[MatchBankLine, PostBankLine, CarryBankLines, BankLineBook],
];

import { Injectable } from '@nestjs/common';
import { LOAN_CLASSES } from '@weilend/contracts';
import type { EventData } from '@weilend/contracts';
import { addDays, businessDateOf, parseLocalDate } from '@weilend/kernel';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { BureauInquiry } from '../../domain/bureau/bureau-inquiry.js';
import { latenessOf } from '../../domain/early-warning/late-loan.js';
import { WarningRules } from '../../persistence/early-warning/early-warning.repository.js';
import { LoanExposures } from '../../persistence/projections.repository.js';
import { NoteSignal } from './note-signal.use-case.js';
import type { NewSignal } from './note-signal.use-case.js';

type About = Pick<NewSignal, 'subjectId' | 'customerId' | 'loanId' | 'applicationId' | 'on'>;
type Figures = EventData<'sales.business-change-recorded.v1'>['before'];

const BASIS_POINTS = 10_000;
const GRAVITY = { LOW: 1, MEDIUM: 2, HIGH: 3 } as const;

/** What the events of finance and sales say, as signals that rules can count [4.22, 4.23]. */
@Injectable()
export class ReadSignals {
  constructor(
    private readonly note: NoteSignal,
    private readonly exposures: LoanExposures,
    private readonly rules: WarningRules,
  ) {}

  async loanStatus({ id, data }: EventMessage<'finance.loan-status-changed.v1'>, tx: Tx): Promise<void> {
    const { loanId, customerId, applicationId, daysPastDue } = data;
    const on = parseLocalDate(data.businessDate);
    const about = { subjectId: loanId, loanId, customerId, applicationId, on };
    const loan = await this.exposures.find(loanId, tx);
    if (loan) await this.exposures.save({ ...loan, ...latenessOf(daysPastDue, on, await this.rules.inForce('DAYS_PAST_DUE', tx)) }, tx);
    const worse = LOAN_CLASSES.indexOf(data.loanClass) - LOAN_CLASSES.indexOf(data.previousClass);
    if (worse > 0) await this.note.apply({ ...about, signal: 'CLASS_WORSE', sourceId: id, amount: worse }, tx);
    if (daysPastDue < 1) return;
    await this.note.apply({ ...about, signal: 'DAYS_PAST_DUE', sourceId: id, amount: daysPastDue }, tx);
    const firstDueOn = loan?.firstDueOn ?? null;
    // Late since its very first due day: said once per loan, whenever it is heard.
    if (firstDueOn !== null && addDays(on, -daysPastDue) <= firstDueOn)
      await this.note.apply({ ...about, signal: 'FIRST_PAYMENT_DEFAULT', sourceId: loanId, amount: 1 }, tx);
  }

  async promiseBroken({ data }: EventMessage<'finance.promise-broken.v1'>, tx: Tx): Promise<void> {
    const { loanId, customerId, applicationId, promiseId: sourceId, amountFen, receivedFen } = data;
    const on = parseLocalDate(data.byOn);
    const about = { subjectId: loanId, loanId, customerId, applicationId, on };
    await this.note.apply({ ...about, signal: 'BROKEN_PROMISE', sourceId, amount: data.brokenPromises }, tx);
    if (data.daysPastDue > 0) await this.note.apply({ ...about, signal: 'DAYS_PAST_DUE', sourceId, amount: data.daysPastDue }, tx);
    if (receivedFen > 0 && receivedFen < amountFen) {
      const amount = Math.max(1, Math.round(((amountFen - receivedFen) * BASIS_POINTS) / amountFen));
      await this.note.apply({ ...about, signal: 'PARTIAL_PAYMENT', sourceId, amount }, tx);
    }
  }

  async accountAdded({ data }: EventMessage<'finance.payee-account-added.v1'>, tx: Tx): Promise<void> {
    const { customerId, payeeAccountId: sourceId, accountsBefore: amount } = data;
    const on = parseLocalDate(data.addedOn);
    const about: About = { subjectId: customerId, customerId, loanId: null, applicationId: null, on };
    await this.note.apply({ ...about, signal: 'ACCOUNT_CHANGED', sourceId, amount }, tx);
  }

  /** Misuse comes as work of its own (`assess-alert`); here only what nobody could tell. */
  async inspection({ data }: EventMessage<'sales.inspection-recorded.v1'>, tx: Tx): Promise<void> {
    if (data.verdict !== 'UNCLEAR') return;
    const { loanId, applicationId, inspectionId: sourceId } = data;
    const on = parseLocalDate(data.inspectedOn);
    const customerId = (await this.exposures.find(loanId, tx))?.customerId ?? null;
    const about: About = { subjectId: loanId, loanId, applicationId, customerId, on };
    await this.note.apply({ ...about, signal: 'INSPECTION_UNCLEAR', sourceId, amount: 1 }, tx);
  }

  async feedback({ data }: EventMessage<'sales.feedback-opened.v1'>, tx: Tx): Promise<void> {
    if (data.kind !== 'COMPLAINT' || data.reopened) return;
    const { customerId, ticketId: sourceId } = data;
    const on = parseLocalDate(data.openedOn);
    const about: About = { subjectId: customerId, customerId, loanId: null, applicationId: null, on };
    await this.note.apply({ ...about, signal: 'COMPLAINT', sourceId, amount: GRAVITY[data.severity] }, tx);
  }

  /** Other lenders keep asking about somebody who owes us money; before a loan that is the scorecard's matter. */
  async bureauAnswered(inquiry: BureauInquiry, tx: Tx): Promise<void> {
    const { customerId, applicationId, id: sourceId, report, answeredAt } = inquiry;
    if (!report || !answeredAt || report.inquiriesIn6Months < 1 || !(await this.owes(customerId, tx))) return;
    const about: About = { subjectId: customerId, customerId, loanId: null, applicationId, on: businessDateOf(answeredAt) };
    await this.note.apply({ ...about, signal: 'CREDIT_INQUIRIES', sourceId, amount: report.inquiriesIn6Months }, tx);
  }

  async representativeChanged({ id: sourceId, data }: EventMessage<'sales.representative-changed.v1'>, tx: Tx): Promise<void> {
    const { customerId } = data;
    if (!(await this.owes(customerId, tx))) return;
    const about: About = { subjectId: customerId, customerId, loanId: null, applicationId: null, on: parseLocalDate(data.changedOn) };
    await this.note.apply({ ...about, signal: 'REPRESENTATIVE_CHANGED', sourceId, amount: 1 }, tx);
  }

  async businessChange({ data }: EventMessage<'sales.business-change-recorded.v1'>, tx: Tx): Promise<void> {
    const { applicationId, customerId, changeId: sourceId, before, after } = data;
    const loanId = (await this.exposures.ofApplication(applicationId, tx))?.id ?? null;
    const on = parseLocalDate(data.observedOn);
    const about: About = { subjectId: loanId ?? applicationId, loanId, applicationId, customerId, on };
    const worse = [
      ['REVENUE_FALL', fall(before, after, 'annualRevenueFen')],
      ['DEBT_RISE', negated(fall(before, after, 'debtFen'))],
      ['COLLATERAL_FALL', fall(before, after, 'collateralFen')],
    ] as const;
    for (const [signal, amount] of worse) if (amount !== null) await this.note.apply({ ...about, signal, sourceId, amount }, tx);
  }

  private async owes(customerId: string, tx: Tx): Promise<boolean> {
    return (await this.exposures.owedBy([customerId], tx)).has(customerId);
  }
}

/** How much a figure fell of what it was, in basis points; below zero when it rose; null where it is not known or did not change. */
function fall(before: Figures, after: Figures, figure: keyof Figures): number | null {
  const [was, is] = [before[figure], after[figure]];
  if (was === null || is === null || was === is) return null;
  return Math.round(((was - is) * BASIS_POINTS) / Math.max(1, was));
}

const negated = (amount: number | null): number | null => (amount === null ? null : -amount);

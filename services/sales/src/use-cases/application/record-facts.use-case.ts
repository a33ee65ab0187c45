import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { EventMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { endCare } from '../../domain/after-loan/inspection.js';
import { withParticipants } from '../../domain/application/application.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { addFact, careEnds, setFact, setLatest } from '../../domain/application/facts.js';
import { isWithdrawn } from '../../domain/application/withdrawal.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { addLoan, takeBackLoan } from '../../domain/team/loan-results.js';
import { SalesResults } from '../../persistence/team/team.repository.js';
import { LeadMilestones } from '../acquisition/lead-milestones.js';
import { InformingTasks } from './informing-tasks.js';

const TOPIC_OF = { APPROVED: 'APPROVED', CONDITIONAL: 'CONDITIONALLY_APPROVED', REJECTED: 'REJECTED' } as const;

/**
 * Keeps what other departments told about an application. Nothing here refuses: facts add up, in whatever order they come,
 * and a fact about an application that is not ours is nobody's.
 */
@Injectable()
export class RecordFacts {
  constructor(
    private readonly applications: Applications,
    private readonly handoffs: Handoffs,
    private readonly tasks: InformingTasks,
    private readonly results: SalesResults,
    private readonly milestones: LeadMilestones,
  ) {}

  reportFinalised({ data, time }: EventMessage<'risk.report-finalised.v1'>, tx: Tx): Promise<void> {
    const { reportId, reportVersion, rating } = data;
    const report = { reportId, reportVersion, rating, at: new Date(time) };
    return this.change(data.applicationId, tx, async (application) =>
      withParticipants({ ...application, facts: addFact(application.facts, 'reports', report) }, data.participants),
    );
  }

  decisionMade({ data, time }: EventMessage<'approval.decision-made.v1'>, tx: Tx): Promise<void> {
    const { decisionId, result, terms, conditionIds } = data;
    const at = new Date(time);
    const decision = { decisionId, result, terms, validUntil: data.validUntil as LocalDate | null, conditionIds, at };
    return this.change(data.applicationId, tx, async (application) => {
      const decided = withParticipants({ ...application, facts: addFact(application.facts, 'decisions', decision) }, data.participants);
      return isWithdrawn(decided) ? decided : this.tasks.open(decided, { topic: TOPIC_OF[result], about: decisionId, at });
    });
  }

  conditionsConfirmed({ data, time }: EventMessage<'approval.conditions-confirmed.v1'>, tx: Tx): Promise<void> {
    const note = { decisionId: data.decisionId, reason: null, at: new Date(time) };
    return this.change(data.applicationId, tx, async (application) => ({
      ...application,
      facts: addFact(application.facts, 'confirmed', note),
    }));
  }

  /** An approval that ran out ends the work that we owed on it. */
  async decisionLapsed({ data, time }: EventMessage<'approval.decision-lapsed.v1'>, tx: Tx): Promise<void> {
    const { applicationId, decisionId, reason } = data;
    const at = new Date(time);
    await this.change(applicationId, tx, async (application) => {
      const lapsed = { ...application, facts: addFact(application.facts, 'lapsed', { decisionId, reason, at }) };
      return isWithdrawn(lapsed) ? lapsed : this.tasks.open(lapsed, { topic: 'LAPSED', about: decisionId, at });
    });
    for (const type of ['sign-contract', 'fulfil-conditions'] as const) {
      const open = await this.handoffs.findOpen(type, applicationId, tx);
      if (open?.data['decisionId'] === decisionId) await this.handoffs.recall(open._id, 'the approval lapsed', tx);
    }
  }

  /** The money is out: the customer is told, and the loan counts for the salesperson who has the application. */
  loanDisbursed({ data, time }: EventMessage<'finance.loan-disbursed.v1'>, tx: Tx): Promise<void> {
    const { loanId, contractId, amountFen, applicationId } = data;
    const at = new Date(time);
    const disbursedOn = data.disbursedOn as LocalDate;
    return this.change(applicationId, tx, async (application) => {
      const { customerId, salespersonId } = application;
      const loan = { loanId, applicationId, salespersonId, amountFen, disbursedOn };
      await this.results.change(customerId, tx, (results) => addLoan(results, loan));
      const facts = setFact(application.facts, 'disbursed', { loanId, contractId, amountFen, disbursedOn, at });
      return this.tasks.open({ ...application, facts }, { topic: 'DISBURSED', about: loanId, at });
    });
  }

  /** The payment was taken back: the customer is told, and the loan needs no care any more. */
  async disbursementReversed({ data, time }: EventMessage<'finance.disbursement-reversed.v1'>, tx: Tx): Promise<void> {
    const { applicationId, loanId, contractId, cause } = data;
    const at = new Date(time);
    const fact = { loanId, contractId, cause, reversedOn: data.reversedOn as LocalDate, at };
    await this.change(applicationId, tx, async (application) => {
      const { facts, care, customerId } = application;
      await this.results.change(customerId, tx, (results) => takeBackLoan(results, loanId));
      const reversed = { ...application, facts: setFact(facts, 'reversed', fact), care: care && endCare(care) };
      return this.tasks.open(reversed, { topic: 'REVERSED', about: loanId, at });
    });
    await this.endCare(applicationId, loanId, tx);
  }

  /** Nothing is left to pay: nobody has to look after the loan any more, whichever comes first, this or the work of it. */
  async repaid({ data, time }: EventMessage<'finance.repayment-recorded.v1'>, tx: Tx): Promise<void> {
    if (!data.settled) return;
    const { applicationId, loanId } = data;
    const fact = { loanId, settledOn: data.paidOn as LocalDate, at: new Date(time) };
    await this.change(applicationId, tx, async (application) => {
      const facts = setLatest(application.facts, 'settled', fact);
      const { care } = application;
      return { ...application, facts, care: care && careEnds(facts, loanId) ? endCare(care) : care };
    });
    await this.endCare(applicationId, loanId, tx);
  }

  private async endCare(applicationId: string, loanId: string, tx: Tx): Promise<void> {
    const open = await this.handoffs.findOpen('care-for-loan', applicationId, tx);
    const application = open && (await this.applications.find(applicationId, tx));
    const reason = application && careEnds(application.facts, loanId);
    if (open && reason) await this.handoffs.recall(open._id, reason, tx);
  }

  disbursementCancelled({ data, time }: EventMessage<'finance.disbursement-cancelled.v1'>, tx: Tx): Promise<void> {
    const at = new Date(time);
    return this.change(data.applicationId, tx, async (application) =>
      this.tasks.open(
        { ...application, facts: setFact(application.facts, 'cancelled', contractNote(data, at)) },
        { topic: 'CANCELLED', about: data.contractId, at },
      ),
    );
  }

  cancellationRefused({ data, time }: EventMessage<'finance.cancellation-refused.v1'>, tx: Tx): Promise<void> {
    const note = contractNote(data, new Date(time));
    return this.change(data.applicationId, tx, async (application) => ({
      ...application,
      facts: setFact(application.facts, 'cancellationRefused', note),
    }));
  }

  /** Loads, changes and saves; unknown applications are left alone. */
  async change(applicationId: string, tx: Tx, change: (application: LoanApplication) => Promise<LoanApplication>): Promise<void> {
    const application = await this.applications.find(applicationId, tx);
    if (!application) return;
    const changed = await change(application);
    if (changed === application) return;
    await this.applications.save(changed, tx);
    await this.milestones.follow(changed.customerId, tx);
  }
}

function contractNote(data: EventData<'finance.disbursement-cancelled.v1'>, at: Date) {
  return { contractId: data.contractId, reasons: [data.reason], at };
}

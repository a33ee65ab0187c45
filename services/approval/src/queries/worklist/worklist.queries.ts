import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, UnitOfWork } from '@weilend/mongo';
import type { Page, PageRequest, Stored, Tx } from '@weilend/mongo';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { electorateOrNull, quorumOutlook } from '../../domain/case/circulation.js';
import type { QuorumOutlook } from '../../domain/case/circulation.js';
import { seatOfTerm } from '../../domain/case/electorate.js';
import type { Roll } from '../../domain/case/electorate.js';
import type { CommitteeSession } from '../../domain/session/session.js';
import { approvalCaseCollection } from '../../persistence/case/approval-case.schema.js';
import { sessionCollection } from '../../persistence/session/committee-session.schema.js';
import { CommitteeRolls } from '../../persistence/committee/committee-rolls.js';
import { toPlain } from '../rows.js';

/** Open cases that one look at the committee's table takes in; a committee with more has another trouble. */
const MOST_OPEN = 500;

export interface CaseAtRisk {
  readonly approvalCase: ApprovalCase;
  readonly outlook: QuorumOutlook;
}

/** What members and the secretary have before them, by deadline. */
@Injectable()
export class WorklistQueries {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly rolls: CommitteeRolls,
    private readonly clock: BusinessClock,
  ) {}

  /** Open cases in which one has a vote today and has not cast it, the most pressing first. */
  async openVotes(actor: Actor): Promise<readonly ApprovalCase[]> {
    const [own, roll] = [employeeIdOf(actor), await this.roll()];
    return (await this.open()).filter((approvalCase) => {
      const electorate = electorateOrNull(approvalCase, roll, this.clock.today());
      const term = electorate?.members.find((one) => one.employeeId === own);
      const closed = approvalCase.circulation?.outcome === 'QUORATE';
      return term && !closed && !electorate?.votes.some((vote) => vote.seatOf === seatOfTerm(term));
    });
  }

  /** Open cases by their deadline, the most overdue first. */
  byDeadline({ until, ...page }: PageRequest & { until?: Date | null }): Promise<Page<ApprovalCase>> {
    const plan = { field: 'dueAt', type: 'date' as const, filter: { state: 'open' }, until: until ?? null, map: toPlain<ApprovalCase> };
    return duePageOf(this.database.model(approvalCaseCollection), page, plan);
  }

  /** Sittings that are called, the next first. */
  sessionsAhead(page: PageRequest): Promise<Page<CommitteeSession>> {
    const plan = { field: 'heldAt', type: 'date' as const, filter: { state: 'called' }, map: toPlain<CommitteeSession> };
    return duePageOf(this.database.model(sessionCollection), page, plan);
  }

  /** Open cases that could not be decided with who is there today. */
  async atRisk(open: readonly ApprovalCase[]): Promise<readonly CaseAtRisk[]> {
    const roll = await this.roll();
    return open
      .map((approvalCase) => ({ approvalCase, outlook: quorumOutlook(approvalCase, roll, this.clock.today()) }))
      .filter(({ outlook }) => outlook.broken);
  }

  /** Open cases by their deadline, with the ties that keep members from them; not more than a committee can have. */
  async open(): Promise<readonly ApprovalCase[]> {
    const rows = await this.database
      .model(approvalCaseCollection)
      .find({ state: 'open' } as never)
      .sort({ dueAt: 1, _id: 1 })
      .limit(MOST_OPEN)
      .lean<Stored[]>()
      .exec();
    return this.inOne((tx) =>
      this.rolls.withTies(rows.map(toPlain<ApprovalCase>), { at: this.clock.now(), today: this.clock.today() }, tx),
    );
  }

  private roll(): Promise<Roll> {
    return this.inOne((tx) => this.rolls.on(this.clock.today(), tx));
  }

  /** Reads of the repositories want a transaction. */
  private inOne<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run({ actor: { kind: 'service', service: 'approval' }, operation: 'read-committee' }, ask);
  }
}

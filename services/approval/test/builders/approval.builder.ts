import type { HandoffData } from '@weilend/contracts';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer, Inbox } from '@weilend/messaging';
import { inboxOf, MessageSource, seedPeople, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { approvalErrors } from '../../src/domain/approval.errors.js';
import { FollowOwnerWhenTransferred } from '../../src/consumers/follow-owner-when-transferred.consumer.js';
import { opinionGivenConsumers } from '../../src/consumers/note-opinion-when-given.consumer.js';
import { opinionRecalledConsumers } from '../../src/consumers/note-opinion-when-recalled.consumer.js';
import { opinionReturnedConsumers } from '../../src/consumers/note-opinion-when-returned.consumer.js';
import { NotePaperWhenAttached } from '../../src/consumers/note-paper-when-attached.consumer.js';
import { NotePapersWhenSubmitted } from '../../src/consumers/note-papers-when-submitted.consumer.js';
import { NoteWhenContractSigned } from '../../src/consumers/note-when-contract-signed.consumer.js';
import { OpenCaseWhenHandedOver } from '../../src/consumers/open-case-when-handed-over.consumer.js';
import { ReceiveEvidenceWhenHandedOver } from '../../src/consumers/receive-evidence-when-handed-over.consumer.js';
import { RecordProductWhenPublished } from '../../src/consumers/record-product-when-published.consumer.js';
import { WithdrawWhenCustomerWithdrew } from '../../src/consumers/withdraw-when-customer-withdrew.consumer.js';
import { committeeRegister } from '../../src/persistence/migrations/0001-committee-register.js';
import { approvalCollections } from '../../src/persistence/all.js';
import { ApprovalCases } from '../../src/persistence/case/approval-case.repository.js';
import {
  CommitteeAbsences,
  CommitteeConflicts,
  CommitteeMembers,
  CommitteePolicies,
  CommitteeRegisters,
} from '../../src/persistence/committee/committee.repository.js';
import { CommitteeRolls } from '../../src/persistence/committee/committee-rolls.js';
import { CommitteeSessions } from '../../src/persistence/session/committee-session.repository.js';
import { Decisions } from '../../src/persistence/decision/decision.repository.js';
import { ApplicationStages, Products } from '../../src/persistence/projection.repository.js';
import { ApplicationFile } from '../../src/use-cases/case/application-file.js';
import { Recusals } from '../../src/use-cases/case/recusals.js';
import { ReportReturns } from '../../src/use-cases/case/report-returns.js';
import { ReturnReport } from '../../src/use-cases/case/return-report.use-case.js';
import { CirculateCase } from '../../src/use-cases/case/circulate-case.use-case.js';
import { CloseBallots } from '../../src/use-cases/case/close-ballots.use-case.js';
import { ApprovePolicy } from '../../src/use-cases/committee/approve-policy.use-case.js';
import { DropPolicy } from '../../src/use-cases/committee/drop-policy.use-case.js';
import { DeclareAbsence } from '../../src/use-cases/committee/declare-absence.use-case.js';
import { DeclareConflict } from '../../src/use-cases/committee/declare-conflict.use-case.js';
import { EndAbsence } from '../../src/use-cases/committee/end-absence.use-case.js';
import { EndConflict } from '../../src/use-cases/committee/end-conflict.use-case.js';
import { CallCommitteeSession } from '../../src/use-cases/session/call-committee-session.use-case.js';
import { CancelCommitteeSession } from '../../src/use-cases/session/cancel-committee-session.use-case.js';
import { StartCommitteeSession } from '../../src/use-cases/session/start-committee-session.use-case.js';
import { Openings } from '../../src/use-cases/session/openings.js';
import { Sittings } from '../../src/use-cases/session/sittings.js';
import { ConditionBallots } from '../../src/use-cases/decision/condition-ballots.js';
import { DecideConditionChange } from '../../src/use-cases/decision/decide-condition-change.use-case.js';
import { RemindOfConditions } from '../../src/use-cases/decision/remind-of-conditions.use-case.js';
import { RequestConditionChange } from '../../src/use-cases/decision/request-condition-change.use-case.js';
import { RequestReconsideration } from '../../src/use-cases/decision/request-reconsideration.use-case.js';
import { SettleConditionChange } from '../../src/use-cases/decision/settle-condition-change.use-case.js';
import { VoteConditionChange } from '../../src/use-cases/decision/vote-condition-change.use-case.js';
import { AppointMember } from '../../src/use-cases/committee/appoint-member.use-case.js';
import { CastVote } from '../../src/use-cases/case/cast-vote.use-case.js';
import { CloseCommitteeSession } from '../../src/use-cases/session/close-committee-session.use-case.js';
import { Committee } from '../../src/use-cases/committee/committee.js';
import { ConfirmConditions } from '../../src/use-cases/decision/confirm-conditions.use-case.js';
import { DecideCase } from '../../src/use-cases/decision/decide-case.use-case.js';
import { DecisionAnnouncement } from '../../src/use-cases/decision/decision-announcement.js';
import { DeclareRecusal } from '../../src/use-cases/case/declare-recusal.use-case.js';
import { EndMembership } from '../../src/use-cases/committee/end-membership.use-case.js';
import { LapseDecisions } from '../../src/use-cases/decision/lapse-decisions.use-case.js';
import { NoteContractSigned } from '../../src/use-cases/decision/note-contract-signed.use-case.js';
import { NoteOpinion } from '../../src/use-cases/opinion/note-opinion.use-case.js';
import { FollowOwner } from '../../src/use-cases/case/follow-owner.use-case.js';
import { NotePapers } from '../../src/use-cases/case/note-papers.use-case.js';
import { OpenCase } from '../../src/use-cases/case/open-case.use-case.js';
import { OpenCommitteeSession } from '../../src/use-cases/session/open-committee-session.use-case.js';
import { ProposeTerms } from '../../src/use-cases/case/propose-terms.use-case.js';
import { PublishPolicy } from '../../src/use-cases/committee/publish-policy.use-case.js';
import { ReceiveEvidence } from '../../src/use-cases/decision/receive-evidence.use-case.js';
import { RecordProduct } from '../../src/use-cases/case/record-product.use-case.js';
import { RecuseMember } from '../../src/use-cases/case/recuse-member.use-case.js';
import { RequestOpinion } from '../../src/use-cases/opinion/request-opinion.use-case.js';
import { ReturnConditions } from '../../src/use-cases/decision/return-conditions.use-case.js';
import { VetoCase } from '../../src/use-cases/case/veto-case.use-case.js';
import { WithdrawApplication } from '../../src/use-cases/case/withdraw-application.use-case.js';
import { aCast, aPolicy, aProduct, aReport, PRODUCT_ID } from './cast.builder.js';
import type { Cast } from './cast.builder.js';

export interface Desk {
  readonly platform: PlatformUnderTest;
  readonly cast: Cast;
  readonly inbox: Inbox;
  readonly source: MessageSource;
  readonly cases: ApprovalCases;
  readonly decisions: Decisions;
  readonly committee: Committee;
  readonly acts: ReturnType<typeof buildActs>;
  /** Brings a case about and returns its id. */
  open(change?: Partial<HandoffData<'decide-application'>>): Promise<{ caseId: string; applicationId: string; handoffId: string }>;
  stop(): Promise<void>;
}

/** What the acts share: repositories, and the helpers of the use cases. */
function partsOf(p: PlatformUnderTest) {
  const committee = committeeOf(p);
  const stored = {
    ...{ cases: new ApprovalCases(p.database), decisions: new Decisions(p.database), sessions: new CommitteeSessions(p.database) },
    ...{
      members: new CommitteeMembers(p.database),
      policies: new CommitteePolicies(p.database),
      registers: new CommitteeRegisters(p.database),
    },
    ...{ absences: new CommitteeAbsences(p.database), conflicts: new CommitteeConflicts(p.database) },
    ...{ stages: new ApplicationStages(p.database), products: new Products(p.database) },
  };
  const { cases, decisions, sessions, stages } = stored;
  const sittings = new Sittings(sessions, committee);
  const announcement = new DecisionAnnouncement(p.outbox, p.handoffs);
  return {
    ...{ ...p, ...stored, committee, sittings, announcement },
    openings: new Openings(cases, committee, sittings),
    recusals: new Recusals(cases, committee, sittings),
    returns: new ReportReturns(cases, p.handoffs),
    file: new ApplicationFile(stages, cases, decisions, p.handoffs, p.outbox),
    ballots: new ConditionBallots(cases, decisions, committee, announcement, p.outbox),
  };
}

type Parts = ReturnType<typeof partsOf>;

function buildActs(p: PlatformUnderTest) {
  const parts = partsOf(p);
  return { ...peopleActs(parts), ...caseActs(parts), ...decisionActs(parts), ...sessionActs(parts) };
}

function peopleActs({ work, policies, members, registers, absences, conflicts, cases, recusals, committee, parameters, directory }: Parts) {
  return {
    publishPolicy: new PublishPolicy(work, policies, registers, parameters, committee),
    approvePolicy: new ApprovePolicy(work, policies, committee),
    dropPolicy: new DropPolicy(work, policies),
    appointMember: new AppointMember(work, members, registers, policies, directory, committee),
    endMembership: new EndMembership(work, members, registers, committee),
    declareAbsence: new DeclareAbsence(work, absences, members, committee),
    endAbsence: new EndAbsence(work, absences, committee),
    declareConflict: new DeclareConflict(work, conflicts, cases, committee, recusals),
    endConflict: new EndConflict(work, conflicts, committee),
  };
}

function caseActs(parts: Parts) {
  const { work, cases, products, policies, file, committee, recusals, sessions, sittings, outbox, returns, parameters, handoffs } = parts;
  return {
    openCase: new OpenCase(cases, products, policies, file, committee),
    declareRecusal: new DeclareRecusal(work, cases, committee, recusals),
    recuseMember: new RecuseMember(work, cases, committee, recusals),
    castVote: new CastVote(work, cases, committee),
    circulateCase: new CirculateCase(work, cases, sessions, committee),
    closeBallots: new CloseBallots(work, cases, committee, sittings, outbox),
    returnReport: new ReturnReport(work, cases, returns),
    proposeTerms: new ProposeTerms(work, cases, committee),
    vetoCase: new VetoCase(work, cases, committee),
    requestOpinion: new RequestOpinion(work, cases, parameters, handoffs, committee),
    noteOpinion: new NoteOpinion(cases),
    notePapers: new NotePapers(parts.stages),
    followOwner: new FollowOwner(parts.stages, cases),
    withdraw: new WithdrawApplication(parts.stages, cases, parts.decisions, handoffs, file),
    recordProduct: new RecordProduct(products),
  };
}

function decisionActs(parts: Parts) {
  const { work, cases, decisions, policies, file, committee, announcement, ballots, outbox, returns, clock, stages } = parts;
  return {
    decideCase: new DecideCase(work, cases, decisions, committee, announcement, returns),
    receiveEvidence: new ReceiveEvidence(decisions, file),
    confirmConditions: new ConfirmConditions(work, decisions, committee, announcement),
    returnConditions: new ReturnConditions(work, decisions, announcement),
    requestConditionChange: new RequestConditionChange(work, decisions, policies, committee),
    voteConditionChange: new VoteConditionChange(work, decisions, committee, ballots),
    decideConditionChange: new DecideConditionChange(work, decisions, ballots),
    settleConditionChange: new SettleConditionChange(work, decisions, committee, ballots),
    remindOfConditions: new RemindOfConditions(work, decisions, committee, outbox),
    requestReconsideration: new RequestReconsideration(work, cases, decisions, policies, file, committee),
    lapseDecisions: new LapseDecisions(work, decisions, file, clock),
    noteSigned: new NoteContractSigned(stages, decisions),
  };
}

function sessionActs({ work, sessions, cases, decisions, committee, openings, clock }: Parts) {
  return {
    callSession: new CallCommitteeSession(work, sessions, cases, committee),
    startSession: new StartCommitteeSession(work, sessions, openings),
    cancelSession: new CancelCommitteeSession(work, sessions),
    openSession: new OpenCommitteeSession(work, sessions, cases, committee, openings),
    closeSession: new CloseCommitteeSession(work, sessions, cases, decisions, clock),
  };
}

function committeeOf({ database, directory, parameters, clock }: PlatformUnderTest): Committee {
  const rolls = new CommitteeRolls(
    new CommitteeMembers(database),
    new CommitteeAbsences(database),
    new CommitteeConflicts(database),
    directory,
  );
  return new Committee(rolls, parameters, clock);
}

function consumersOf(acts: ReturnType<typeof buildActs>): AnyConsumer[] {
  return [
    new OpenCaseWhenHandedOver(acts.openCase),
    new ReceiveEvidenceWhenHandedOver(acts.receiveEvidence),
    new WithdrawWhenCustomerWithdrew(acts.withdraw),
    new NoteWhenContractSigned(acts.noteSigned),
    new NotePapersWhenSubmitted(acts.notePapers),
    new NotePaperWhenAttached(acts.notePapers),
    new FollowOwnerWhenTransferred(acts.followOwner),
    new RecordProductWhenPublished(acts.recordProduct),
    ...[...opinionGivenConsumers, ...opinionReturnedConsumers, ...opinionRecalledConsumers].map((Note) => new Note(acts.noteOpinion)),
  ];
}

/** A committee in office with a policy and a product, on a real database of its own. */
export async function aDesk(): Promise<Desk> {
  const platform = await testPlatform('approval', {
    errors: approvalErrors,
    collections: approvalCollections,
    migrations: [committeeRegister],
  });
  const cast = aCast();
  await seedPeople(platform, [cast.chair, ...cast.members, cast.secretary, cast.seller, ...cast.investigators]);
  const acts = buildActs(platform);
  const inbox = inboxOf(platform, consumersOf(acts));
  const source = new MessageSource();
  const policyId = await acts.publishPolicy.execute(cast.chair, aPolicy);
  await acts.approvePolicy.execute(cast.members[0] as EmployeeActor, { policyId });
  await acts.appointMember.execute(cast.chair, { employeeId: cast.chair.employeeId, office: 'CHAIR' });
  for (const member of cast.members) await acts.appointMember.execute(cast.chair, { employeeId: member.employeeId, office: 'MEMBER' });
  await acts.appointMember.execute(cast.chair, { employeeId: cast.secretary.employeeId, office: 'SECRETARY' });
  await inbox.receive(source.event('finance.product-published.v1', PRODUCT_ID, aProduct()));
  const cases = new ApprovalCases(platform.database);
  return {
    platform,
    cast,
    inbox,
    source,
    cases,
    decisions: new Decisions(platform.database),
    committee: committeeOf(platform),
    acts,
    async open(change = {}) {
      const data = aReport(cast, change);
      const envelope = source.handoff('decide-application', 'risk', { subject: data.applicationId, data });
      await inbox.receive(envelope);
      const [opened] = await read(platform, (tx) => cases.ofApplication(data.applicationId, tx));
      if (!opened) throw new Error('the case was not opened');
      return { caseId: opened.id, applicationId: data.applicationId, handoffId: String(envelope.handoffid) };
    },
    stop: () => platform.stop(),
  };
}

/** Reads inside a transaction of its own. */
export function read<T>(platform: PlatformUnderTest, ask: Parameters<typeof platform.work.run<T>>[1]): Promise<T> {
  return platform.work.run({ actor: { kind: 'service', service: 'approval' }, operation: 'read' }, ask);
}

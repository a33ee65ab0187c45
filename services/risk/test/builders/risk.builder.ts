import { Files, filesCollections, FileUrls, GridFsStore } from '@weilend/files';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf, MessageSource, person, seedPeople, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { SimulatedBureau } from '../../src/adapters/simulated-bureau.channel.js';
import { CountExposureWhenLoanDisbursed } from '../../src/consumers/count-exposure-when-loan-disbursed.consumer.js';
import { CountOwedWhenRepaid } from '../../src/consumers/count-owed-when-repaid.consumer.js';
import { CountOwedWhenRepaymentReversed } from '../../src/consumers/count-owed-when-repayment-reversed.consumer.js';
import { DropExposureWhenDisbursementReversed } from '../../src/consumers/drop-exposure-when-disbursement-reversed.consumer.js';
import { EndInvestigationWhenWithdrawn } from '../../src/consumers/end-investigation-when-withdrawn.consumer.js';
import { KeepGroupWhenChanged } from '../../src/consumers/keep-group-when-changed.consumer.js';
import { KeepLimitsWhenProductPublished } from '../../src/consumers/keep-limits-when-product-published.consumer.js';
import { NoteDecisionWhenMade } from '../../src/consumers/note-decision-when-made.consumer.js';
import { NoteReplyWhenSalesAnswered } from '../../src/consumers/note-reply-when-sales-answered.consumer.js';
import { NoteReplyWhenSalesRecalled } from '../../src/consumers/note-reply-when-sales-recalled.consumer.js';
import { NoteReplyWhenSalesReturned } from '../../src/consumers/note-reply-when-sales-returned.consumer.js';
import { OpenInvestigationWhenHandedOver } from '../../src/consumers/open-investigation-when-handed-over.consumer.js';
import { ReopenInvestigationWhenReportReturned } from '../../src/consumers/reopen-investigation-when-report-returned.consumer.js';
import { riskErrors } from '../../src/domain/risk.errors.js';
import type { ApplicantFacts } from '../../src/domain/scorecard/scoring-facts.js';
import type { Investigation } from '../../src/domain/investigation/investigation.js';
import { AccessLog } from '../../src/persistence/bureau/access-log.repository.js';
import { BureauChannelStates } from '../../src/persistence/bureau/bureau-channel.repository.js';
import { BureauInquiries } from '../../src/persistence/bureau/bureau-inquiry.repository.js';
import { Conflicts } from '../../src/persistence/investigation/conflict.repository.js';
import { PairFactsStore } from '../../src/persistence/investigation/pair-facts.repository.js';
import { Investigations } from '../../src/persistence/investigation/investigation.repository.js';
import {
  ApplicationFactsStore,
  BorrowerGroupsKnown,
  LoanExposures,
  ProductLimitsStore,
} from '../../src/persistence/projections.repository.js';
import { RiskAlerts } from '../../src/persistence/alert/risk-alert.repository.js';
import { alertCasesOf, alertConsumersOf, watchStoresOf } from './alert.builder.js';
import { riskCollections } from '../../src/persistence/all.js';
import { RiskReports } from '../../src/persistence/report/risk-report.repository.js';
import { migrations } from '../../src/persistence/migrations/all.js';
import { Scorecards } from '../../src/persistence/scorecard/scorecard.repository.js';
import { ShadowScores } from '../../src/persistence/scorecard/shadow-score.repository.js';
import { AskBureau } from '../../src/use-cases/bureau/ask-bureau.use-case.js';
import type { BureauPatience, BureauPort } from '../../src/use-cases/bureau/bureau.port.js';
import { CallOffBureauInquiry } from '../../src/use-cases/bureau/call-off-bureau-inquiry.use-case.js';
import { AssignInvestigators } from '../../src/use-cases/investigation/assign-investigators.use-case.js';
import { AssignProposedPair } from '../../src/use-cases/investigation/assign-proposed-pair.use-case.js';
import { DeclareConflict } from '../../src/use-cases/investigation/declare-conflict.use-case.js';
import { EndConflict } from '../../src/use-cases/investigation/end-conflict.use-case.js';
import { InvestigationPairs } from '../../src/use-cases/investigation/investigation-pairs.js';
import { PlanInvestigation } from '../../src/use-cases/investigation/plan-investigation.use-case.js';
import { ReplaceInvestigator } from '../../src/use-cases/investigation/replace-investigator.use-case.js';
import { FinaliseRiskReport } from '../../src/use-cases/report/finalise-risk-report.use-case.js';
import { ReportJudgements } from '../../src/use-cases/report/report-judgements.js';
import { ReportRecords } from '../../src/use-cases/report/report-records.js';
import { InquireBureau } from '../../src/use-cases/bureau/inquire-bureau.use-case.js';
import { InquiryRecords } from '../../src/use-cases/bureau/inquiry-records.js';
import { InquirySignal } from '../../src/use-cases/bureau/inquiry-signal.js';
import { RetryBureauInquiry } from '../../src/use-cases/bureau/retry-bureau-inquiry.use-case.js';
import { RevealBureauReport } from '../../src/use-cases/bureau/reveal-bureau-report.use-case.js';
import { NoteApproval } from '../../src/use-cases/investigation/note-approval.use-case.js';
import { NoteFinance } from '../../src/use-cases/investigation/note-finance.use-case.js';
import { NoteReply } from '../../src/use-cases/investigation/note-reply.use-case.js';
import { OpenInvestigation } from '../../src/use-cases/investigation/open-investigation.use-case.js';
import { AnswerContradiction } from '../../src/use-cases/checks/answer-contradiction.use-case.js';
import { DecideWaiver } from '../../src/use-cases/checks/decide-waiver.use-case.js';
import { RecordDataAnalysis } from '../../src/use-cases/checks/record-data-analysis.use-case.js';
import { RecordPhoneVerification } from '../../src/use-cases/checks/record-phone-verification.use-case.js';
import { RecordSiteVisit } from '../../src/use-cases/checks/record-site-visit.use-case.js';
import { RequestInformation } from '../../src/use-cases/investigation/request-information.use-case.js';
import { RequestSitePhoto } from '../../src/use-cases/checks/request-site-photo.use-case.js';
import { ReturnInvestigation } from '../../src/use-cases/investigation/return-investigation.use-case.js';
import { WaiveCheck } from '../../src/use-cases/checks/waive-check.use-case.js';
import { Scoring } from '../../src/use-cases/scorecard/scoring.js';
import { WithdrawApplication } from '../../src/use-cases/investigation/withdraw-application.use-case.js';
import { analysis, call, GOOD_FACTS, GOOD_ID, handover, visit } from './inputs.builder.js';
import type { Handover } from './inputs.builder.js';
import { photoOf } from './photo.builder.js';

/** The pauses of the tests: short, and few attempts. */
export const PATIENCE: BureauPatience = { firstPauseMs: 2_000, longestPauseMs: 300_000, mostAttempts: 8 };

export type RiskUnderTest = Awaited<ReturnType<typeof riskUnderTest>>;

/** The department by hand on a real database, with two investigators in the directory. */
export async function riskUnderTest(bureau?: (platform: PlatformUnderTest) => BureauPort) {
  const platform = await testPlatform('risk', { errors: riskErrors, collections: [...filesCollections, ...riskCollections], migrations });
  const people = { first: person('risk', 'investigator'), second: person('risk', 'investigator'), manager: person('risk', 'risk-manager') };
  await seedPeople(platform, Object.values(people));
  const stores = storesOf(platform);
  const cases = casesOf(platform, stores, bureau?.(platform) ?? new SimulatedBureau(platform.clock));
  return { platform, people, ...stores, ...cases, source: new MessageSource(), inbox: inboxOf(platform, consumersOf(stores, cases)) };
}

function storesOf(platform: PlatformUnderTest) {
  const { database, clock, cipher } = platform;
  const store = new GridFsStore(database);
  const urls = new FileUrls('test-file-url-key-test-file-url-key');
  return {
    investigations: new Investigations(database, platform.cipher),
    conflicts: new Conflicts(database, platform.cipher),
    pairFacts: new PairFactsStore(database, platform.directory, platform.parameters),
    inquiries: new BureauInquiries(database, cipher),
    reports: new RiskReports(database),
    scorecards: new Scorecards(database),
    shadows: new ShadowScores(database),
    alerts: new RiskAlerts(database),
    facts: new ApplicationFactsStore(database),
    products: new ProductLimitsStore(database),
    exposures: new LoanExposures(database),
    groups: new BorrowerGroupsKnown(database),
    ...watchStoresOf(platform),
    accessLog: new AccessLog(database, clock),
    channel: new BureauChannelStates(database),
    files: new Files(database, store, urls, { department: 'risk', uploadTtlMs: 60_000, downloadTtlMs: 60_000 }),
  };
}
type Stores = ReturnType<typeof storesOf>;

function casesOf(platform: PlatformUnderTest, stores: Stores, bureau: BureauPort) {
  const { work, clock, directory, handoffs, outbox, cipher, database, parameters } = platform;
  const { investigations, inquiries, reports, exposures, products, accessLog, channel, files, facts, scorecards } = stores;
  const scoring = new Scoring(scorecards, stores.shadows);
  const alertCases = alertCasesOf(platform, stores);
  const records = new InquiryRecords(investigations, inquiries, accessLog, channel, scoring, alertCases.readSignals);
  const reportRecords = new ReportRecords(investigations, reports, exposures, products, parameters, stores.pairFacts);
  const judgements = new ReportJudgements(exposures, stores.groups, scorecards, parameters, clock);
  const pairs = new InvestigationPairs(investigations, stores.pairFacts, directory, parameters, clock);
  return {
    open: new OpenInvestigation(investigations, facts, handoffs, clock),
    assign: new AssignInvestigators(work, investigations, pairs),
    assignProposed: new AssignProposedPair(work, investigations, pairs),
    replace: new ReplaceInvestigator(work, investigations, pairs),
    plan: new PlanInvestigation(work, investigations, clock),
    declare: new DeclareConflict(work, stores.conflicts, directory, clock),
    endConflict: new EndConflict(work, stores.conflicts, clock),
    requestPhoto: new RequestSitePhoto(work, investigations, files),
    siteVisit: new RecordSiteVisit(work, investigations, files, clock),
    phone: new RecordPhoneVerification(work, investigations, clock),
    inquire: new InquireBureau(work, records, cipher, new InquirySignal(), parameters, clock),
    ask: new AskBureau(database, work, records, bureau, PATIENCE, clock),
    retryInquiry: new RetryBureauInquiry(work, records, new InquirySignal()),
    callOffInquiry: new CallOffBureauInquiry(work, records),
    revealReport: new RevealBureauReport(work, records),
    analyse: new RecordDataAnalysis(work, investigations, scoring, parameters, clock),
    askSales: new RequestInformation(work, investigations, parameters, handoffs, outbox, clock),
    reply: new NoteReply(investigations, outbox),
    waive: new WaiveCheck(work, investigations, clock),
    decideWaiver: new DecideWaiver(work, investigations, scoring, clock),
    explain: new AnswerContradiction(work, investigations, clock),
    finalise: new FinaliseRiskReport(work, reportRecords, judgements, handoffs, outbox, clock),
    giveBack: new ReturnInvestigation(work, investigations, inquiries, handoffs, clock),
    withdraw: new WithdrawApplication(facts, investigations, inquiries, handoffs),
    ...alertCases,
  };
}
type Cases = ReturnType<typeof casesOf>;

function consumersOf(stores: Stores, cases: Cases): AnyConsumer[] {
  const approval = new NoteApproval(stores.facts, stores.investigations, cases.withdraw);
  const finance = new NoteFinance(stores.products, stores.exposures, stores.groups);
  return [
    new OpenInvestigationWhenHandedOver(cases.open),
    new EndInvestigationWhenWithdrawn(cases.withdraw),
    new NoteDecisionWhenMade(approval),
    new ReopenInvestigationWhenReportReturned(approval),
    new KeepLimitsWhenProductPublished(finance),
    new CountExposureWhenLoanDisbursed(finance),
    new DropExposureWhenDisbursementReversed(finance),
    new CountOwedWhenRepaid(finance),
    new KeepGroupWhenChanged(finance),
    new CountOwedWhenRepaymentReversed(finance),
    new NoteReplyWhenSalesAnswered(cases.reply),
    new NoteReplyWhenSalesReturned(cases.reply),
    new NoteReplyWhenSalesRecalled(cases.reply),
    ...alertConsumersOf(cases),
  ];
}

/** Reads outside of a use case. */
export function reading<T>(
  { platform }: Pick<RiskUnderTest, 'platform'>,
  read: (tx: Parameters<Investigations['get']>[1]) => Promise<T>,
): Promise<T> {
  return platform.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'test-read' }, read);
}

/** Hands an application over and gives the investigation that it opened. */
export async function opened(risk: RiskUnderTest, change: Partial<Handover> = {}): Promise<Investigation> {
  const data = handover(risk, change);
  await risk.inbox.receive(risk.source.handoff('investigate-application', 'sales', { subject: data.applicationId, data }));
  const rounds = await reading(risk, (tx) => risk.investigations.ofApplication(data.applicationId, tx));
  const last = rounds.at(-1);
  if (!last) throw new Error('the handoff opened nothing');
  return last;
}

/** An investigation with its pair. */
export async function assigned(risk: RiskUnderTest, change: Partial<Handover> = {}): Promise<Investigation> {
  const { id } = await opened(risk, change);
  const { first, second, manager } = risk.people;
  await risk.assign.execute(manager, { investigationId: id, investigatorIds: [first.employeeId, second.employeeId] });
  return reading(risk, (tx) => risk.investigations.get(id, tx));
}

/** A verified photo of an investigation. */
export function photo(risk: RiskUnderTest, investigationId: string, by: EmployeeActor = risk.people.first): Promise<string> {
  return photoOf(risk, investigationId, by);
}

/** An investigation with all four checks done; the bureau has answered. */
export async function investigated(
  risk: RiskUnderTest,
  change: Partial<Handover> = {},
  facts: Partial<ApplicantFacts> = GOOD_FACTS,
): Promise<Investigation> {
  const { id } = await assigned(risk, change);
  const { first, second } = risk.people;
  await risk.siteVisit.execute(first, visit(id, [await photo(risk, id)]));
  await risk.phone.execute(second, call(id));
  await risk.inquire.execute(first, { investigationId: id, residentId: GOOD_ID });
  await risk.ask.askNext();
  await risk.analyse.execute(second, analysis(id, facts));
  return reading(risk, (tx) => risk.investigations.get(id, tx));
}

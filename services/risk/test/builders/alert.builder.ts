import type { AnyConsumer } from '@weilend/messaging';
import type { PlatformUnderTest } from '@weilend/testing';
import { NoteMeasureWhenFinanceApplied } from '../../src/consumers/note-measure-when-finance-applied.consumer.js';
import { NoteMeasureWhenFinanceReturned } from '../../src/consumers/note-measure-when-finance-returned.consumer.js';
import { NoteMeasureWhenSalesApplied } from '../../src/consumers/note-measure-when-sales-applied.consumer.js';
import { FreeWorkWhenSomebodyLeft } from '../../src/consumers/free-work-when-somebody-left.consumer.js';
import { OpenAlertWhenHandedOver } from '../../src/consumers/open-alert-when-handed-over.consumer.js';
import { ReadSignalWhenAccountAdded } from '../../src/consumers/read-signal-when-account-added.consumer.js';
import { ReadSignalWhenBusinessChanged } from '../../src/consumers/read-signal-when-business-changed.consumer.js';
import { ReadSignalWhenCustomerComplained } from '../../src/consumers/read-signal-when-customer-complained.consumer.js';
import { ReadSignalWhenInspected } from '../../src/consumers/read-signal-when-inspected.consumer.js';
import { ReadSignalWhenLoanStatusChanged } from '../../src/consumers/read-signal-when-loan-status-changed.consumer.js';
import { ReadSignalWhenPromiseBroken } from '../../src/consumers/read-signal-when-promise-broken.consumer.js';
import { ReadSignalWhenRepresentativeChanged } from '../../src/consumers/read-signal-when-representative-changed.consumer.js';
import { WatchWhenLoanClassChanged } from '../../src/consumers/watch-when-loan-class-changed.consumer.js';
import { WatchWhenLoanDisbursed } from '../../src/consumers/watch-when-loan-disbursed.consumer.js';
import { AlertPolicy } from '../../src/persistence/alert/alert-policy.js';
import type { RiskAlerts } from '../../src/persistence/alert/risk-alert.repository.js';
import { SignalFacts, WarningRules } from '../../src/persistence/early-warning/early-warning.repository.js';
import type { Investigations } from '../../src/persistence/investigation/investigation.repository.js';
import type { ApplicationFactsStore, LoanExposures } from '../../src/persistence/projections.repository.js';
import type { RiskReports } from '../../src/persistence/report/risk-report.repository.js';
import { Watches } from '../../src/persistence/watch/watch.repository.js';
import { AcknowledgeAlert } from '../../src/use-cases/alert/acknowledge-alert.use-case.js';
import { AlertDesk } from '../../src/use-cases/alert/alert-desk.js';
import { AlertSubjects } from '../../src/use-cases/alert/alert-subjects.js';
import { AssessAlert } from '../../src/use-cases/alert/assess-alert.use-case.js';
import { AssignAlertTracker } from '../../src/use-cases/alert/assign-alert-tracker.use-case.js';
import { CheckMeasure } from '../../src/use-cases/alert/check-measure.use-case.js';
import { CloseAlert } from '../../src/use-cases/alert/close-alert.use-case.js';
import { EscalateAlert } from '../../src/use-cases/alert/escalate-alert.use-case.js';
import { HandOverMeasure } from '../../src/use-cases/alert/hand-over-measure.use-case.js';
import { LiftFreeze } from '../../src/use-cases/alert/lift-freeze.use-case.js';
import { MeasureHandover } from '../../src/use-cases/alert/measure-handover.js';
import { NoteMeasureOutcome } from '../../src/use-cases/alert/note-measure-outcome.use-case.js';
import { OpenAlert } from '../../src/use-cases/alert/open-alert.use-case.js';
import { RecordMeasure } from '../../src/use-cases/alert/record-measure.use-case.js';
import { RemindAlerts } from '../../src/use-cases/alert/remind-alerts.use-case.js';
import { ReportRisk } from '../../src/use-cases/alert/report-risk.use-case.js';
import { AgeLateLoans } from '../../src/use-cases/early-warning/age-late-loans.use-case.js';
import { KeepWarningRules } from '../../src/use-cases/early-warning/keep-warning-rules.use-case.js';
import { NoteSignal } from '../../src/use-cases/early-warning/note-signal.use-case.js';
import { ReadSignals } from '../../src/use-cases/early-warning/read-signals.js';
import { EndWatch } from '../../src/use-cases/watch/end-watch.use-case.js';
import { EnterWatch } from '../../src/use-cases/watch/enter-watch.use-case.js';
import { EscalateWatches } from '../../src/use-cases/watch/escalate-watches.use-case.js';
import { FreeLeaverWork } from '../../src/use-cases/watch/free-leaver-work.use-case.js';
import { KeepWatch } from '../../src/use-cases/watch/keep-watch.use-case.js';
import { WatchDesk } from '../../src/use-cases/watch/watch-desk.js';
import { WatchLoan } from '../../src/use-cases/watch/watch-loan.use-case.js';

export function watchStoresOf({ database, parameters }: PlatformUnderTest) {
  return {
    watches: new Watches(database),
    warningRules: new WarningRules(database),
    signals: new SignalFacts(database),
    alertPolicy: new AlertPolicy(parameters),
  };
}

type Stores = ReturnType<typeof watchStoresOf> & {
  readonly alerts: RiskAlerts;
  readonly investigations: Investigations;
  readonly exposures: LoanExposures;
  readonly facts: ApplicationFactsStore;
  readonly reports: RiskReports;
};

/** Everything that is done with alerts, watched customers and early-warning rules, by hand. */
export function alertCasesOf({ work, clock, directory, handoffs, outbox, parameters }: PlatformUnderTest, stores: Stores) {
  const { alerts, exposures, investigations, facts, reports, watches, warningRules, signals, alertPolicy } = stores;
  const watchDesk = new WatchDesk(watches, parameters, directory, clock);
  const subjects = new AlertSubjects(exposures, investigations);
  const desk = new AlertDesk(alerts, subjects, alertPolicy, watchDesk, outbox, clock);
  const handover = new MeasureHandover(subjects, handoffs, clock);
  const note = new NoteSignal(signals, warningRules, desk, clock);
  return {
    openAlert: new OpenAlert(desk, facts, handoffs),
    reportRisk: new ReportRisk(work, desk, clock),
    acknowledge: new AcknowledgeAlert(work, desk, clock),
    assess: new AssessAlert(work, desk, clock),
    track: new AssignAlertTracker(work, alerts, directory, watchDesk),
    measure: new RecordMeasure(work, desk, directory, handover, handoffs, clock),
    handOver: new HandOverMeasure(work, alerts, handover),
    checkMeasure: new CheckMeasure(work, desk, clock),
    liftFreeze: new LiftFreeze(work, alerts, outbox, clock),
    escalate: new EscalateAlert(work, desk, clock),
    close: new CloseAlert(work, desk, clock),
    noteMeasure: new NoteMeasureOutcome(alerts),
    remindAlerts: new RemindAlerts(work, desk, directory, outbox, clock),
    enterWatch: new EnterWatch(work, watchDesk, subjects),
    keepWatch: new KeepWatch(work, watchDesk, parameters, clock),
    endWatch: new EndWatch(work, watchDesk, alerts, clock),
    escalateWatches: new EscalateWatches(work, watches, outbox, clock),
    freeLeaverWork: new FreeLeaverWork(watchDesk, alerts),
    watchLoan: new WatchLoan(watchDesk, reports, parameters, clock),
    warningRuleActs: new KeepWarningRules(work, warningRules, clock),
    readSignals: new ReadSignals(note, exposures, warningRules),
    ageLateLoans: new AgeLateLoans(work, exposures, warningRules, note, clock),
  };
}
type Cases = ReturnType<typeof alertCasesOf>;

export function alertConsumersOf({ openAlert, noteMeasure, readSignals, watchLoan, freeLeaverWork }: Cases): AnyConsumer[] {
  return [
    new OpenAlertWhenHandedOver(openAlert),
    new NoteMeasureWhenFinanceApplied(noteMeasure),
    new NoteMeasureWhenFinanceReturned(noteMeasure),
    new NoteMeasureWhenSalesApplied(noteMeasure),
    new ReadSignalWhenLoanStatusChanged(readSignals),
    new ReadSignalWhenPromiseBroken(readSignals),
    new ReadSignalWhenInspected(readSignals),
    new ReadSignalWhenCustomerComplained(readSignals),
    new ReadSignalWhenAccountAdded(readSignals),
    new ReadSignalWhenRepresentativeChanged(readSignals),
    new ReadSignalWhenBusinessChanged(readSignals),
    new WatchWhenLoanDisbursed(watchLoan),
    new WatchWhenLoanClassChanged(watchLoan),
    new FreeWorkWhenSomebodyLeft(freeLeaverWork),
  ];
}

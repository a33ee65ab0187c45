import { AcknowledgeAlert } from './acknowledge-alert.use-case.js';
import { AlertDesk } from './alert-desk.js';
import { AlertSubjects } from './alert-subjects.js';
import { AssessAlert } from './assess-alert.use-case.js';
import { AssignAlertTracker } from './assign-alert-tracker.use-case.js';
import { CheckMeasure } from './check-measure.use-case.js';
import { CloseAlert } from './close-alert.use-case.js';
import { EscalateAlert } from './escalate-alert.use-case.js';
import { HandOverMeasure } from './hand-over-measure.use-case.js';
import { LiftFreeze } from './lift-freeze.use-case.js';
import { MeasureHandover } from './measure-handover.js';
import { NoteMeasureOutcome } from './note-measure-outcome.use-case.js';
import { OpenAlert } from './open-alert.use-case.js';
import { RecordMeasure } from './record-measure.use-case.js';
import { RemindAlerts } from './remind-alerts.use-case.js';
import { ReportRisk } from './report-risk.use-case.js';

export const alertActs = [
  ...[AlertDesk, AlertSubjects, MeasureHandover],
  ...[AcknowledgeAlert, AssessAlert, AssignAlertTracker, CheckMeasure, CloseAlert, EscalateAlert, HandOverMeasure],
  ...[LiftFreeze, NoteMeasureOutcome, OpenAlert, RecordMeasure, RemindAlerts, ReportRisk],
];

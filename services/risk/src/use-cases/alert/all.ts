import { AcknowledgeAlert } from './acknowledge-alert.use-case.js';
import { AssignAlertTracker } from './assign-alert-tracker.use-case.js';
import { OpenAlert } from './open-alert.use-case.js';
import { RecordMeasure } from './record-measure.use-case.js';
import { ReportRisk } from './report-risk.use-case.js';

export const alertActs = [AcknowledgeAlert, AssignAlertTracker, OpenAlert, RecordMeasure, ReportRisk];

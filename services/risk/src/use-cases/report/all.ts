import { FinaliseRiskReport } from './finalise-risk-report.use-case.js';
import { ReportRecords } from './report-records.js';

export const reportActs = [FinaliseRiskReport, ReportRecords];

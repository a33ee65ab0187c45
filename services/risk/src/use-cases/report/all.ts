import { FinaliseRiskReport } from './finalise-risk-report.use-case.js';
import { ReportJudgements } from './report-judgements.js';
import { ReportRecords } from './report-records.js';

export const reportActs = [FinaliseRiskReport, ReportJudgements, ReportRecords];

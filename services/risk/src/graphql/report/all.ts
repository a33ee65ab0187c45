import { ChecksOfReport, ReportsOfApplication, ReportsOfInvestigation, RiskReportLoader } from './risk-report.loader.js';
import { RiskReportResolver } from './risk-report.resolver.js';

export const reportResolvers = [RiskReportResolver];

export const reportEntities = [RiskReportLoader];

export const reportLists = [ChecksOfReport, ReportsOfApplication, ReportsOfInvestigation];

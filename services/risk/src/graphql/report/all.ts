import { ChecksOfReport, ReportsOfApplication, ReportsOfInvestigation, RiskReportLoader } from './risk-report.loader.js';
import { RelatedExposureResolver, RiskReportPaperResolver, RiskReportResolver, StressPreviewResolver } from './risk-report.resolver.js';

export const reportResolvers = [RiskReportResolver, RiskReportPaperResolver, RelatedExposureResolver, StressPreviewResolver];

export const reportEntities = [RiskReportLoader];

export const reportLists = [ChecksOfReport, ReportsOfApplication, ReportsOfInvestigation];

import { AccessLogQueries } from './access-log.queries.js';
import { InvestigationQueries } from './investigation.queries.js';
import { OpinionRequestQueries } from './opinion-request.queries.js';
import { RecomputeScoreQueries } from './recompute-score.queries.js';
import { RiskAlertQueries } from './risk-alert.queries.js';
import { RiskReportQueries } from './risk-report.queries.js';

/** The read side. */
export const riskQueries = [
  AccessLogQueries,
  InvestigationQueries,
  OpinionRequestQueries,
  RecomputeScoreQueries,
  RiskAlertQueries,
  RiskReportQueries,
];

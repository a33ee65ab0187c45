import { AccessLogQueries } from './bureau/access-log.queries.js';
import { InvestigationQueries } from './investigation/investigation.queries.js';
import { OpinionRequestQueries } from './opinion/opinion-request.queries.js';
import { RecomputeScoreQueries } from './scorecard/recompute-score.queries.js';
import { RiskAlertQueries } from './alert/risk-alert.queries.js';
import { AlertDashboardQueries } from './alert/alert-dashboard.queries.js';
import { WarningRuleQueries } from './early-warning/warning-rule.queries.js';
import { WatchQueries } from './watch/watch.queries.js';
import { RiskReportQueries } from './report/risk-report.queries.js';

/** The read side. */
export const riskQueries = [
  AccessLogQueries,
  InvestigationQueries,
  OpinionRequestQueries,
  RecomputeScoreQueries,
  RiskAlertQueries,
  RiskReportQueries,
  AlertDashboardQueries,
  WatchQueries,
  WarningRuleQueries,
];

import { AccessLogQueries } from './bureau/access-log.queries.js';
import { BureauInquiryQueries } from './bureau/bureau-inquiry.queries.js';
import { ConflictQueries } from './investigation/conflict.queries.js';
import { DeskQueries } from './investigation/desk.queries.js';
import { RiskDeskQueries } from './investigation/risk-desk.queries.js';
import { InvestigationQueries } from './investigation/investigation.queries.js';
import { OpinionRequestQueries } from './opinion/opinion-request.queries.js';
import { RecomputeScoreQueries } from './scorecard/recompute-score.queries.js';
import { RiskAlertQueries } from './alert/risk-alert.queries.js';
import { AlertDashboardQueries } from './alert/alert-dashboard.queries.js';
import { WarningRuleQueries } from './early-warning/warning-rule.queries.js';
import { WatchQueries } from './watch/watch.queries.js';
import { RiskReportQueries } from './report/risk-report.queries.js';
import { ScorecardQueries } from './scorecard/scorecard.queries.js';

/** The read side. */
export const riskQueries = [
  AccessLogQueries,
  BureauInquiryQueries,
  ConflictQueries,
  DeskQueries,
  InvestigationQueries,
  OpinionRequestQueries,
  RecomputeScoreQueries,
  RiskAlertQueries,
  RiskDeskQueries,
  RiskReportQueries,
  ScorecardQueries,
  AlertDashboardQueries,
  WatchQueries,
  WarningRuleQueries,
];

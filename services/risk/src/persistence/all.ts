import { AccessLog } from './bureau/access-log.repository.js';
import { accessLogCollection } from './bureau/access-log.schema.js';
import { BureauChannelStates } from './bureau/bureau-channel.repository.js';
import { bureauChannelCollection } from './bureau/bureau-channel.schema.js';
import { BureauInquiries } from './bureau/bureau-inquiry.repository.js';
import { bureauInquiryCollection } from './bureau/bureau-inquiry.schema.js';
import { Conflicts } from './investigation/conflict.repository.js';
import { conflictCollection } from './investigation/conflict.schema.js';
import { SignalFacts, WarningRules } from './early-warning/early-warning.repository.js';
import { signalFactCollection, warningRuleCollection } from './early-warning/early-warning.schema.js';
import { Investigations } from './investigation/investigation.repository.js';
import { investigationCollection } from './investigation/investigation.schema.js';
import { PairFactsStore } from './investigation/pair-facts.repository.js';
import { ApplicationFactsStore, BorrowerGroupsKnown, LoanExposures, ProductLimitsStore } from './projections.repository.js';
import {
  applicationFactsCollection,
  borrowerGroupCollection,
  loanExposureCollection,
  productLimitsCollection,
} from './projections.schema.js';
import { AlertPolicy } from './alert/alert-policy.js';
import { RiskAlerts } from './alert/risk-alert.repository.js';
import { riskAlertCollection } from './alert/risk-alert.schema.js';
import { RiskReports } from './report/risk-report.repository.js';
import { riskReportCollection } from './report/risk-report.schema.js';
import { Scorecards } from './scorecard/scorecard.repository.js';
import { scorecardCollection, shadowScoreCollection } from './scorecard/scorecard.schema.js';
import { ShadowScores } from './scorecard/shadow-score.repository.js';
import { Watches } from './watch/watch.repository.js';
import { watchCollection } from './watch/watch.schema.js';

/** Repositories. */
export const riskRepositories = [
  AccessLog,
  BureauChannelStates,
  BureauInquiries,
  Conflicts,
  Investigations,
  PairFactsStore,
  ApplicationFactsStore,
  ProductLimitsStore,
  BorrowerGroupsKnown,
  LoanExposures,
  RiskAlerts,
  RiskReports,
  Scorecards,
  ShadowScores,
  AlertPolicy,
  Watches,
  WarningRules,
  SignalFacts,
];

/** Collections of the database. */
export const riskCollections = [
  accessLogCollection,
  bureauChannelCollection,
  bureauInquiryCollection,
  conflictCollection,
  investigationCollection,
  applicationFactsCollection,
  productLimitsCollection,
  borrowerGroupCollection,
  loanExposureCollection,
  riskAlertCollection,
  riskReportCollection,
  scorecardCollection,
  shadowScoreCollection,
  watchCollection,
  warningRuleCollection,
  signalFactCollection,
];

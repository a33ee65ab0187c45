import { AccessLog } from './access-log.repository.js';
import { accessLogCollection } from './access-log.schema.js';
import { BureauInquiries } from './bureau-inquiry.repository.js';
import { bureauInquiryCollection } from './bureau-inquiry.schema.js';
import { Investigations } from './investigation.repository.js';
import { investigationCollection } from './investigation.schema.js';
import { ApplicationFactsStore, LoanExposures, ProductLimitsStore } from './projections.repository.js';
import { applicationFactsCollection, loanExposureCollection, productLimitsCollection } from './projections.schema.js';
import { RiskAlerts } from './risk-alert.repository.js';
import { riskAlertCollection } from './risk-alert.schema.js';
import { RiskReports } from './risk-report.repository.js';
import { riskReportCollection } from './risk-report.schema.js';

/** Repositories. */
export const riskRepositories = [
  AccessLog,
  BureauInquiries,
  Investigations,
  ApplicationFactsStore,
  ProductLimitsStore,
  LoanExposures,
  RiskAlerts,
  RiskReports,
];

/** Collections of the database. */
export const riskCollections = [
  accessLogCollection,
  bureauInquiryCollection,
  investigationCollection,
  applicationFactsCollection,
  productLimitsCollection,
  loanExposureCollection,
  riskAlertCollection,
  riskReportCollection,
];

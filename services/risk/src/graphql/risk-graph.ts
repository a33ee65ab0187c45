import { BureauInquiryResolver } from './bureau-inquiry.resolver.js';
import { CheckFindingsResolver, PermitChecksResolver, RecordChecksResolver } from './checks.resolver.js';
import { InformationReplyResolver, InformationRequestResolver } from './information-request.resolver.js';
import {
  BureauInquiryLoader,
  DecisionsOfApplication,
  InquiriesOfInvestigation,
  InvestigationLoader,
  InvestigationsOfApplication,
} from './investigation.loader.js';
import { InvestigationFieldsResolver, InvestigationResolver } from './investigation.resolver.js';
import { LoanApplicationResolver } from './loan-application.resolver.js';
import { RiskOpinionResolver } from './opinion.resolver.js';
import { AlertsOfApplication, RiskAlertLoader } from './risk-alert.loader.js';
import { RiskAlertFieldsResolver, RiskAlertResolver } from './risk-alert.resolver.js';
import { ReportsOfApplication, ReportsOfInvestigation, RiskReportLoader } from './risk-report.loader.js';
import { RiskReportResolver } from './risk-report.resolver.js';

/** Resolvers of the subgraph. */
export const riskResolvers = [
  BureauInquiryResolver,
  RecordChecksResolver,
  PermitChecksResolver,
  CheckFindingsResolver,
  InvestigationResolver,
  InvestigationFieldsResolver,
  InformationRequestResolver,
  InformationReplyResolver,
  LoanApplicationResolver,
  RiskOpinionResolver,
  RiskAlertResolver,
  RiskAlertFieldsResolver,
  RiskReportResolver,
];

/** Entities that other departments refer to. */
export const riskLoaders = [InvestigationLoader, BureauInquiryLoader, RiskAlertLoader, RiskReportLoader];

/** Lists by a foreign id, for the resolvers. */
export const riskListLoaders = [
  InvestigationsOfApplication,
  InquiriesOfInvestigation,
  DecisionsOfApplication,
  AlertsOfApplication,
  ReportsOfApplication,
  ReportsOfInvestigation,
];

import { acquisitionQueries } from './acquisition/all.js';
import { ArrearsTaskQueries } from './after-loan/arrears-task.queries.js';
import { SecurityTaskQueries } from './after-loan/security-task.queries.js';
import { BusinessChangeQueries } from './after-loan/business-change.queries.js';
import { ApplicationQueries } from './application/application.queries.js';
import { careQueries } from './care/all.js';
import { AmendmentQueries } from './contract/amendment.queries.js';
import { ContractQueries } from './contract/contract.queries.js';
import { TemplateQueries } from './contract/template.queries.js';
import { CustomerQueries } from './customer/customer.queries.js';
import { DuplicateQueries } from './customer/duplicate.queries.js';
import { PortfolioQueries } from './customer/portfolio.queries.js';
import { ServicePlans } from './customer/service-plans.queries.js';
import { DayQueries } from './day/day.queries.js';
import { DisclosureQueries } from './enquiry/disclosure.queries.js';
import { EnquiryQueries } from './enquiry/enquiry.queries.js';
import { InteractionQueries } from './enquiry/interaction.queries.js';
import { ProposalPapers } from './enquiry/proposal-papers.queries.js';
import { ProposalQueries } from './enquiry/proposal.queries.js';
import { ServiceTimeQueries } from './enquiry/service-time.queries.js';
import { FileQueries } from './file.queries.js';
import { ScorecardQueries } from './grading/scorecard.queries.js';
import { ImportErrorFile } from './import/import-error-file.js';
import { ImportQueries } from './import/import.queries.js';
import { ReminderQueries } from './reminder/reminder.queries.js';
import { SearchQueries } from './search/search.queries.js';
import { PlanOrphanQueries } from './team/plan-orphan.queries.js';
import { PlanQueries } from './team/plan.queries.js';
import { TeamQueries } from './team/team.queries.js';
const importQueries = [ImportQueries, ImportErrorFile];

/** The read side of sales, for the module. */
export const queries = [
  CustomerQueries,
  ...acquisitionQueries,
  EnquiryQueries,
  ApplicationQueries,
  ContractQueries,
  FileQueries,
  PortfolioQueries,
  PlanQueries,
  PlanOrphanQueries,
  TeamQueries,
  ReminderQueries,
  DayQueries,
  ProposalQueries,
  ProposalPapers,
  DisclosureQueries,
  InteractionQueries,
  ServiceTimeQueries,
  ServicePlans,
  DuplicateQueries,
  ScorecardQueries,
  SearchQueries,
  ...careQueries,
  BusinessChangeQueries,
  SecurityTaskQueries,
  ArrearsTaskQueries,
  TemplateQueries,
  AmendmentQueries,
  ...importQueries,
];

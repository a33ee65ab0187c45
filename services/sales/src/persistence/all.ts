import { filesCollections } from '@weilend/files';
import { acquisitionCollections, acquisitionRepositories } from './acquisition/all.js';
import { ArrearsClearances } from './after-loan/arrears-clearance.repository.js';
import { arrearsClearanceCollection } from './after-loan/arrears-clearance.schema.js';
import { ArrearsTasks } from './after-loan/arrears-task.repository.js';
import { arrearsTaskCollection } from './after-loan/arrears-task.schema.js';
import { BusinessChanges } from './after-loan/business-change.repository.js';
import { businessChangeCollection } from './after-loan/business-change.schema.js';
import { SecurityTasks } from './after-loan/security-task.repository.js';
import { securityTaskCollection } from './after-loan/security-task.schema.js';
import { Applications } from './application/application.repository.js';
import { applicationCollection } from './application/application.schema.js';
import { careCollections, careRepositories } from './care/all.js';
import { ContractAmendments } from './contract/amendment.repository.js';
import { amendmentCollection } from './contract/amendment.schema.js';
import { Contracts } from './contract/contract.repository.js';
import { contractCollection, contractCountCollection } from './contract/contract.schema.js';
import { ContractTemplates } from './contract/template.repository.js';
import { templateCollection } from './contract/template.schema.js';
import { CustomerHoldings } from './customer/customer-holdings.js';
import { Customers } from './customer/customer.repository.js';
import { customerCollection } from './customer/customer.schema.js';
import { LeaverWork } from './customer/leaver-work.repository.js';
import { Enquiries, Products, Proposals } from './enquiry/enquiry.repository.js';
import { enquiryCollection, productCollection, proposalCollection } from './enquiry/enquiry.schema.js';
import { Interactions } from './enquiry/interaction.repository.js';
import { interactionCollection } from './enquiry/interaction.schema.js';
import { GradeScorecards } from './grading/scorecard.repository.js';
import { scorecardCollection } from './grading/scorecard.schema.js';
import { ImportLookups } from './import/import-lookups.repository.js';
import { ImportRows, ImportRuns } from './import/import.repository.js';
import { importedRowCollection, importKeyCollection, importProblemCollection, importRunCollection } from './import/import.schema.js';
import { Reminders } from './reminder/reminder.repository.js';
import { reminderCollection } from './reminder/reminder.schema.js';
import { JobMarks } from './team/job-mark.repository.js';
import { jobMarkCollection } from './team/job-mark.schema.js';
import { MarketReports, SalesPlans, SalesProblems, SalesResults, WorkLogs } from './team/team.repository.js';
import {
  customerResultsCollection,
  marketReportCollection,
  salesPlanCollection,
  salesProblemCollection,
  workLogCollection,
} from './team/team.schema.js';

/** Every collection of sales beside those of the platform. */
export const salesCollections = [
  customerCollection,
  productCollection,
  ...acquisitionCollections,
  enquiryCollection,
  proposalCollection,
  interactionCollection,
  applicationCollection,
  contractCollection,
  contractCountCollection,
  salesPlanCollection,
  customerResultsCollection,
  workLogCollection,
  salesProblemCollection,
  marketReportCollection,
  jobMarkCollection,
  reminderCollection,
  scorecardCollection,
  ...careCollections,
  businessChangeCollection,
  securityTaskCollection,
  arrearsTaskCollection,
  arrearsClearanceCollection,
  templateCollection,
  amendmentCollection,
  importRunCollection,
  importProblemCollection,
  importedRowCollection,
  importKeyCollection,
  ...filesCollections,
];

export const repositories = [
  ImportRuns,
  ImportRows,
  ImportLookups,
  Customers,
  Products,
  Enquiries,
  Proposals,
  Applications,
  Contracts,
  SalesPlans,
  SalesResults,
  WorkLogs,
  SalesProblems,
  MarketReports,
  JobMarks,
  Reminders,
  Interactions,
  CustomerHoldings,
  LeaverWork,
  GradeScorecards,
  ...acquisitionRepositories,
  ...careRepositories,
  BusinessChanges,
  SecurityTasks,
  ArrearsTasks,
  ArrearsClearances,
  ContractTemplates,
  ContractAmendments,
];

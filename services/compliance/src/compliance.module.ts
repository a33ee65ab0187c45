import { defineService } from '@weilend/service';
import { complianceConfig } from './compliance.config.js';
import { DropReviewWhenDraftEnded } from './consumers/drop-review-when-draft-ended.consumer.js';
import { DropReviewWhenWithdrawn } from './consumers/drop-review-when-withdrawn.consumer.js';
import { EndOpinionWhenWithdrawn } from './consumers/end-opinion-when-withdrawn.consumer.js';
import { FileWhenContractSigned } from './consumers/file-when-contract-signed.consumer.js';
import { FileWhenDecided } from './consumers/file-when-decided.consumer.js';
import { FileWhenDisbursed } from './consumers/file-when-disbursed.consumer.js';
import { NoteAppraisalWhenReflected } from './consumers/note-appraisal-when-reflected.consumer.js';
import { NoteAppraisalWhenReturned } from './consumers/note-appraisal-when-returned.consumer.js';
import { ReceiveQuestionWhenCommitteeAsked } from './consumers/receive-question-when-committee-asked.consumer.js';
import { ReceiveReviewWhenDrafted } from './consumers/receive-review-when-drafted.consumer.js';
import { RecordWhenViewed } from './consumers/record-when-viewed.consumer.js';
import { ReportWhenFalsified } from './consumers/report-when-falsified.consumer.js';
import { complianceErrors } from './domain/compliance.errors.js';
import { entityLoaders, listLoaders } from './graphql/compliance.loader.js';
import { ContractReviewResolver } from './graphql/contract-review.resolver.js';
import { LegalOpinionResolver } from './graphql/opinion.resolver.js';
import { ParameterResolver } from './graphql/parameter.resolver.js';
import { AccessLogResolver, ApplicationDossierResolver } from './graphql/record.resolver.js';
import { CompanyRuleResolver, MissingAcknowledgementResolver, RuleAcknowledgementResolver } from './graphql/rule.resolver.js';
import { ViolationActsResolver, ViolationResolver } from './graphql/violation.resolver.js';
import { InitialParameters } from './jobs/initial-parameters.processor.js';
import { accessLogCollection } from './persistence/access-log.schema.js';
import { contractReviewCollection } from './persistence/contract-review.schema.js';
import { dossierCollection } from './persistence/dossier.schema.js';
import { parameterCollection } from './persistence/parameter.schema.js';
import { acknowledgementCollection, ruleCollection } from './persistence/rule.schema.js';
import { violationCollection } from './persistence/violation.schema.js';
import { violationAppraisal } from './persistence/migrations/0001-violation-appraisal.js';
import { ComplianceQueries } from './queries/compliance.queries.js';
import { ContractReviewQueries } from './queries/contract-review.queries.js';
import { OpinionRequestQueries } from './queries/opinion-request.queries.js';
import { RuleQueries } from './queries/rule.queries.js';
import { complianceProviders } from './use-cases/providers.js';

export const complianceCollections = [
  parameterCollection,
  violationCollection,
  accessLogCollection,
  ruleCollection,
  acknowledgementCollection,
  dossierCollection,
  contractReviewCollection,
];

export const complianceService = defineService({
  department: 'compliance',
  config: complianceConfig,
  errors: complianceErrors,
  collections: complianceCollections,
  migrations: [violationAppraisal],
  providers: [...complianceProviders, ...listLoaders, ComplianceQueries, RuleQueries, OpinionRequestQueries, ContractReviewQueries],
  resolvers: [
    ParameterResolver,
    ViolationResolver,
    ViolationActsResolver,
    CompanyRuleResolver,
    RuleAcknowledgementResolver,
    MissingAcknowledgementResolver,
    AccessLogResolver,
    ApplicationDossierResolver,
    LegalOpinionResolver,
    ContractReviewResolver,
  ],
  loaders: entityLoaders,
  consumers: [
    ...[ReportWhenFalsified, RecordWhenViewed, FileWhenDecided, FileWhenContractSigned, FileWhenDisbursed],
    ...[NoteAppraisalWhenReflected, NoteAppraisalWhenReturned, ReceiveQuestionWhenCommitteeAsked, EndOpinionWhenWithdrawn],
    ...[ReceiveReviewWhenDrafted, DropReviewWhenDraftEnded, DropReviewWhenWithdrawn],
  ],
  jobs: [InitialParameters],
});

export default complianceService;

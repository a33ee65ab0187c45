import { AccessLog } from '../persistence/access-log.repository.js';
import { ContractReviews } from '../persistence/contract-review.repository.js';
import { Dossiers } from '../persistence/dossier.repository.js';
import { ParameterRegister } from '../persistence/parameter.repository.js';
import { Acknowledgements, CompanyRules } from '../persistence/rule.repository.js';
import { Violations } from '../persistence/violation.repository.js';
import { AcknowledgeRule } from './acknowledge-rule/acknowledge-rule.use-case.js';
import { ApproveParameter } from './approve-parameter/approve-parameter.use-case.js';
import { ConfirmViolation } from './confirm-violation/confirm-violation.use-case.js';
import { DismissViolation } from './dismiss-violation/dismiss-violation.use-case.js';
import { FileDossier } from './file-dossier/file-dossier.use-case.js';
import { GiveLegalOpinion } from './give-legal-opinion/give-legal-opinion.use-case.js';
import { InvestigateViolation } from './investigate-violation/investigate-violation.use-case.js';
import { NoteAppraisal } from './note-appraisal/note-appraisal.use-case.js';
import { ProposeParameter } from './propose-parameter/propose-parameter.use-case.js';
import { PublishInitialParameters } from './publish-initial-parameters/publish-initial-parameters.use-case.js';
import { PublishRule } from './publish-rule/publish-rule.use-case.js';
import { RecordAccess } from './record-access/record-access.use-case.js';
import { RejectParameter } from './reject-parameter/reject-parameter.use-case.js';
import { ReceiveContractReview } from './review-contract/receive-contract-review.use-case.js';
import { ReviewContract } from './review-contract/review-contract.use-case.js';
import { ReportViolation } from './report-violation/report-violation.use-case.js';

const repositories = [ParameterRegister, Violations, AccessLog, CompanyRules, Acknowledgements, Dossiers, ContractReviews];

/** Repositories and use cases, for the module. */
export const complianceProviders = [
  ...repositories,
  PublishInitialParameters,
  ProposeParameter,
  ApproveParameter,
  RejectParameter,
  ReportViolation,
  InvestigateViolation,
  ConfirmViolation,
  DismissViolation,
  NoteAppraisal,
  GiveLegalOpinion,
  PublishRule,
  AcknowledgeRule,
  RecordAccess,
  FileDossier,
  ReviewContract,
  ReceiveContractReview,
];

import { defineService } from '@weilend/service';
import { hrErrors } from './domain/hr.errors.js';
import { AppraiseViolationWhenConfirmed } from './consumers/appraise-violation-when-confirmed.consumer.js';
import {
  CountHoursWhenTrainingEvaluated,
  CountLoanWhenDisbursed,
  CountOffLoanWhenReversed,
  CountSatisfactionWhenRecorded,
} from './consumers/note-facts.consumer.js';
import { AppraisalFactLoader, AppraisalSchemeLoader, AppraisalSheetLoader } from './graphql/appraisal.loader.js';
import { AppraisalResolver, AppraisalSheetFieldsResolver } from './graphql/appraisal.resolver.js';
import { EmployeeLoader } from './graphql/employee.loader.js';
import { EmployeeResolver } from './graphql/employee.resolver.js';
import { SignInResolver } from './graphql/sign-in.resolver.js';
import { hrConfig } from './hr.config.js';
import { FirstAdministrator } from './jobs/first-administrator.processor.js';
import { AppraisalFacts, AppraisalSchemes, AppraisalSheets } from './persistence/appraisal.repository.js';
import { appraisalFactCollection, appraisalSchemeCollection, appraisalSheetCollection } from './persistence/appraisal.schema.js';
import { Credentials } from './persistence/credential.repository.js';
import { credentialCollection } from './persistence/credential.schema.js';
import { Employees } from './persistence/employee.repository.js';
import { employeeCollection } from './persistence/employee.schema.js';
import { SignIns } from './persistence/sign-in.repository.js';
import { signInCollection } from './persistence/sign-in.schema.js';
import { signingKeyCollection, SigningKeyPairs } from './persistence/signing-key.repository.js';
import { AppraisalQueries } from './queries/appraisal.queries.js';
import { EmployeeQueries } from './queries/employee.queries.js';
import { AppraiseViolation } from './use-cases/appraise-violation/appraise-violation.use-case.js';
import { ChangeEmployee } from './use-cases/change-employee/change-employee.use-case.js';
import { CloseAppraisal } from './use-cases/close-appraisal/close-appraisal.use-case.js';
import { DeactivateEmployee } from './use-cases/deactivate-employee/deactivate-employee.use-case.js';
import { HireEmployee } from './use-cases/hire-employee/hire-employee.use-case.js';
import { NoteFact } from './use-cases/note-fact/note-fact.use-case.js';
import { OpenAppraisal } from './use-cases/open-appraisal/open-appraisal.use-case.js';
import { PublishAppraisalScheme } from './use-cases/publish-appraisal-scheme/publish-appraisal-scheme.use-case.js';
import { RefreshSignIn } from './use-cases/refresh-sign-in/refresh-sign-in.use-case.js';
import { StartSignIn } from './use-cases/sign-in/sign-in.use-case.js';
import { SignOut } from './use-cases/sign-out/sign-out.use-case.js';
import { TokenIssuer } from './use-cases/token-issuer.js';

export const hrService = defineService({
  department: 'hr',
  config: hrConfig,
  errors: hrErrors,
  collections: [
    employeeCollection,
    credentialCollection,
    signInCollection,
    signingKeyCollection,
    appraisalFactCollection,
    appraisalSchemeCollection,
    appraisalSheetCollection,
  ],
  migrations: [],
  providers: [
    Employees,
    Credentials,
    SignIns,
    SigningKeyPairs,
    EmployeeQueries,
    TokenIssuer,
    HireEmployee,
    ChangeEmployee,
    DeactivateEmployee,
    StartSignIn,
    RefreshSignIn,
    SignOut,
    AppraisalFacts,
    AppraisalSchemes,
    AppraisalSheets,
    AppraisalQueries,
    AppraisalFactLoader,
    AppraisalSchemeLoader,
    NoteFact,
    PublishAppraisalScheme,
    AppraiseViolation,
    OpenAppraisal,
    CloseAppraisal,
  ],
  resolvers: [EmployeeResolver, SignInResolver, AppraisalResolver, AppraisalSheetFieldsResolver],
  loaders: [EmployeeLoader, AppraisalSheetLoader],
  consumers: [
    CountLoanWhenDisbursed,
    CountOffLoanWhenReversed,
    CountSatisfactionWhenRecorded,
    AppraiseViolationWhenConfirmed,
    CountHoursWhenTrainingEvaluated,
  ],
  jobs: [FirstAdministrator],
});

export default hrService;

import { AmendmentsOfContract, ContractAmendmentLoader } from './amendment.loader.js';
import { AmendmentActsResolver, AmendmentResolver, ContractAmendmentsResolver } from './amendment.resolver.js';
import { ContractDraftResolver } from './contract-draft.resolver.js';
import { ContractSigningResolver } from './contract-signing.resolver.js';
import { LoanContractLoader, ContractsOfApplication } from './contract.loader.js';
import { ContractResolver, contractPartResolvers } from './contract.resolver.js';
import { ContractTemplateLoader } from './template.loader.js';
import { TemplateActsResolver, TemplateResolver } from './template.resolver.js';

export const contractResolvers = [
  ContractResolver,
  ...contractPartResolvers,
  ContractDraftResolver,
  ContractSigningResolver,
  TemplateResolver,
  TemplateActsResolver,
  AmendmentResolver,
  ContractAmendmentsResolver,
  AmendmentActsResolver,
];
export const contractEntities = [LoanContractLoader, ContractTemplateLoader, ContractAmendmentLoader];
export const contractLists = [ContractsOfApplication, AmendmentsOfContract];

import { ContractDraftResolver } from './contract-draft.resolver.js';
import { ContractSigningResolver } from './contract-signing.resolver.js';
import { LoanContractLoader, ContractsOfApplication } from './contract.loader.js';
import { ContractResolver, contractPartResolvers } from './contract.resolver.js';

export const contractResolvers = [ContractResolver, ...contractPartResolvers, ContractDraftResolver, ContractSigningResolver];
export const contractEntities = [LoanContractLoader];
export const contractLists = [ContractsOfApplication];

import { AppraisalSheetLoader, AppraisalFactLoader, AppraisalSchemeLoader } from './appraisal.loader.js';
import { AppraisalResolver, AppraisalSheetFieldsResolver } from './appraisal.resolver.js';

export const appraisalResolvers = [AppraisalResolver, AppraisalSheetFieldsResolver];

export const appraisalEntities = [AppraisalSheetLoader];

export const appraisalLists = [AppraisalFactLoader, AppraisalSchemeLoader];

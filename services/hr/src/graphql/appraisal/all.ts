import { AppraisalCycleFieldsResolver, AppraisalCycleQueriesResolver, AppraisalCycleResolver } from './appraisal-cycle.resolver.js';
import {
  AppraisalFactLoader,
  AppraisalFiguresLoader,
  AppraisalQuarterLoader,
  AppraisalSchemeLoader,
  AppraisalSheetLoader,
} from './appraisal.loader.js';
import { AppraisalResolver, AppraisalSheetFieldsResolver } from './appraisal.resolver.js';

export const appraisalResolvers = [
  ...[AppraisalResolver, AppraisalSheetFieldsResolver, AppraisalCycleResolver, AppraisalCycleQueriesResolver],
  AppraisalCycleFieldsResolver,
];

export const appraisalEntities = [AppraisalSheetLoader];

export const appraisalLists = [AppraisalFactLoader, AppraisalFiguresLoader, AppraisalSchemeLoader, AppraisalQuarterLoader];

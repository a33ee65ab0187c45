import { AppraisalFacts, AppraisalSchemes, AppraisalSheets } from './appraisal.repository.js';
import { appraisalFactCollection, appraisalSchemeCollection, appraisalSheetCollection } from './appraisal.schema.js';

export const appraisalRecords = [AppraisalFacts, AppraisalSchemes, AppraisalSheets];

export const appraisalCollections = [appraisalFactCollection, appraisalSchemeCollection, appraisalSheetCollection];

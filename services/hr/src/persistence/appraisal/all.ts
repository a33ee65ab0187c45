import { AppraisalFacts, AppraisalQuarters, AppraisalSchemes, AppraisalSheets } from './appraisal.repository.js';
import {
  appraisalFactCollection,
  appraisalQuarterCollection,
  appraisalSchemeCollection,
  appraisalSheetCollection,
} from './appraisal.schema.js';
import { SheetlessPeople } from './sheetless-people.js';
import { AppraisalTallies } from './tally.repository.js';

export const appraisalRecords = [AppraisalFacts, AppraisalSchemes, AppraisalSheets, AppraisalQuarters, AppraisalTallies, SheetlessPeople];

export const appraisalCollections = [
  appraisalFactCollection,
  appraisalSchemeCollection,
  appraisalSheetCollection,
  appraisalQuarterCollection,
];

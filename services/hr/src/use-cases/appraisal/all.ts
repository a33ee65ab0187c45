import { AppraisalDeadlines } from './appraisal-deadlines.js';
import { AppraisalStaff } from './appraisal-staff.js';
import { AppraiseViolation } from './appraise-violation.use-case.js';
import { CarryClosingOn, CloseAppraisalQuarter } from './close-appraisal-quarter.use-case.js';
import { CloseAppraisal } from './close-appraisal.use-case.js';
import { MoveAppraisal } from './move-appraisal.use-case.js';
import { OpenAppraisal } from './open-appraisal.use-case.js';
import { OpenQuarterSheets } from './open-quarter-sheets.use-case.js';
import { PublishAppraisalScheme } from './publish-appraisal-scheme.use-case.js';
import { RemindOfAppraisals } from './remind-of-appraisals.use-case.js';
import { SheetCloser } from './sheet-closer.js';
import { SheetOpener } from './sheet-opener.js';

export const appraisalActs = [
  ...[AppraisalDeadlines, SheetOpener, SheetCloser, PublishAppraisalScheme, AppraiseViolation, OpenAppraisal, CloseAppraisal],
  ...[MoveAppraisal, OpenQuarterSheets, CloseAppraisalQuarter, CarryClosingOn, AppraisalStaff, RemindOfAppraisals],
];

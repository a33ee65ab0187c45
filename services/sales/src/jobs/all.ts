import { FileSweeper } from '@weilend/service';
import { VisitPlanner } from './visit-planner.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, VisitPlanner];

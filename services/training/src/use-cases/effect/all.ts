import { NoteAppraisalScore } from './note-appraisal-score.use-case.js';

export const effectActs = [NoteAppraisalScore];

import { AppraisalScores } from './appraisal-score.repository.js';
import { appraisalScoreCollection } from './appraisal-score.schema.js';

export const effectRepositories = [AppraisalScores];
export const effectCollections = [appraisalScoreCollection];

import { EvaluationActsResolver, EvaluationMarksResolver } from './evaluation-acts.resolver.js';
import { EvaluationTaskLoader } from './evaluation.loader.js';
import { EvaluationTaskResolver, UnevaluatedTrainingResolver } from './evaluation.resolver.js';

export const evaluationResolvers = [EvaluationTaskResolver, UnevaluatedTrainingResolver, EvaluationActsResolver, EvaluationMarksResolver];
export const evaluationLists = [EvaluationTaskLoader];

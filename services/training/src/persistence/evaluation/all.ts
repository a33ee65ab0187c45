import { EvaluationTasks } from './evaluation-task.repository.js';
import { evaluationTaskCollection } from './evaluation-task.schema.js';

export const evaluationRepositories = [EvaluationTasks];
export const evaluationCollections = [evaluationTaskCollection];

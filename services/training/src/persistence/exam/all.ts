import { ExamAttempts, ExamPapers, ExamQuestions } from './exam.repository.js';
import { examAttemptCollection, examPaperCollection, examQuestionCollection } from './exam.schema.js';

export const examRepositories = [ExamQuestions, ExamPapers, ExamAttempts];
export const examCollections = [examQuestionCollection, examPaperCollection, examAttemptCollection];

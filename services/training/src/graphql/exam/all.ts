import { ExamAttemptActsResolver, ExamAttemptResolver } from './exam-attempt.resolver.js';
import { ExamQuestionActsResolver } from './exam-question-acts.resolver.js';
import { ExamPaperResolver, ExamQuestionResolver } from './exam-question.resolver.js';
import { ExamAttemptLoader, ExamPaperLoader, ExamQuestionLoader, OwingPaperLoader, SealedQuestionLoader } from './exam.loader.js';

export const examResolvers = [
  ExamQuestionResolver,
  ExamPaperResolver,
  ExamQuestionActsResolver,
  ExamAttemptResolver,
  ExamAttemptActsResolver,
];
export const examLists = [ExamQuestionLoader, ExamPaperLoader, ExamAttemptLoader, SealedQuestionLoader, OwingPaperLoader];

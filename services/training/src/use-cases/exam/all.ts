import { DrawExamPaper } from './draw-exam-paper.use-case.js';
import { EndExams } from './end-exams.use-case.js';
import { ExamDesk } from './exam-desk.js';
import { KeepExamQuestion } from './keep-exam-question.use-case.js';
import { StartExamAttempt } from './start-exam-attempt.use-case.js';
import { TakeExam } from './take-exam.use-case.js';

export const examActs = [ExamDesk, KeepExamQuestion, DrawExamPaper, StartExamAttempt, TakeExam, EndExams];

import { registerEnumType } from '@nestjs/graphql';
import { DIFFICULTIES, QUESTION_KINDS } from '../../domain/exam/question.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const QuestionKindEnum = same(QUESTION_KINDS);
registerEnumType(QuestionKindEnum, {
  name: 'ExamQuestionKind',
  description: 'One right choice, several, true or false (单选、多选、判断)',
});
export const DifficultyEnum = same(DIFFICULTIES);
registerEnumType(DifficultyEnum, { name: 'ExamDifficulty', description: 'How hard a question is (难度)' });
export const InUseEnum = same(['ACTIVE', 'RETIRED']);
registerEnumType(InUseEnum, { name: 'ExamInUse', description: 'In use or retired (在用、停用)' });
export const AttemptStateEnum = same(['RUNNING', 'SUBMITTED']);
registerEnumType(AttemptStateEnum, { name: 'ExamAttemptState', description: 'Running or handed in (作答中、已提交)' });
export const SubmittedByEnum = same(['CANDIDATE', 'TIME']);
registerEnumType(SubmittedByEnum, {
  name: 'ExamSubmittedBy',
  description: 'Handed in by the candidate or at the end of the time (本人提交、到时自动提交)',
});

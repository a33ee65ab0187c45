import { registerEnumType } from '@nestjs/graphql';
import { TRAINING_TOPICS } from '../domain/plan/training-plan.js';
import { EVALUATION_METHODS, PRACTICE_MODES, SESSION_KINDS } from '../domain/session/training-session.js';
import { trainingSessionMachine } from '../domain/session/training-session.machine.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const TrainingTopicEnum = same(TRAINING_TOPICS);
registerEnumType(TrainingTopicEnum, { name: 'TrainingTopic', description: 'The six topics of a plan (培训主题)' });
export const SessionKindEnum = same(SESSION_KINDS);
registerEnumType(SessionKindEnum, { name: 'TrainingKind', description: 'Internal, external, online, practice (培训方式)' });
export const PracticeModeEnum = same(PRACTICE_MODES);
registerEnumType(PracticeModeEnum, { name: 'PracticeMode', description: 'How people practise (实践方式)' });
export const EvaluationMethodEnum = same(EVALUATION_METHODS);
registerEnumType(EvaluationMethodEnum, { name: 'EvaluationMethod', description: 'Exam, reflection, on the job (评估方式)' });
export const SessionStateEnum = same(Object.keys(trainingSessionMachine.states));
registerEnumType(SessionStateEnum, { name: 'TrainingSessionState', description: 'State of a training (培训状态)' });
export const PlanStateEnum = same(['DRAFT', 'PUBLISHED']);
registerEnumType(PlanStateEnum, { name: 'TrainingPlanState', description: 'State of a plan (计划状态)' });

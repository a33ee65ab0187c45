import { defineService } from '@weilend/service';
import { trainingErrors } from './domain/training.errors.js';
import { TrainingPlanResolver } from './graphql/training-plan.resolver.js';
import { TrainingSessionMutationsResolver, TrainingSessionResolver } from './graphql/training-session.resolver.js';
import { TrainingPlanLoader, TrainingSessionLoader } from './graphql/training.loader.js';
import { TrainingPlans, TrainingSessions } from './persistence/training.repository.js';
import { trainingPlanCollection, trainingSessionCollection } from './persistence/training.schema.js';
import { TrainingQueries } from './queries/training.queries.js';
import { trainingConfig } from './training.config.js';
import { CloseTrainingSession } from './use-cases/close-training-session/close-training-session.use-case.js';
import { DraftTrainingPlan } from './use-cases/draft-training-plan/draft-training-plan.use-case.js';
import { EvaluateTraining } from './use-cases/evaluate-training/evaluate-training.use-case.js';
import { PlanTrainingSession } from './use-cases/plan-training-session/plan-training-session.use-case.js';
import { PublishTrainingPlan } from './use-cases/publish-training-plan/publish-training-plan.use-case.js';
import { RecordTrainingAttendance } from './use-cases/record-training-attendance/record-training-attendance.use-case.js';

export const trainingService = defineService({
  department: 'training',
  config: trainingConfig,
  errors: trainingErrors,
  collections: [trainingPlanCollection, trainingSessionCollection],
  migrations: [],
  providers: [
    TrainingPlans,
    TrainingSessions,
    TrainingQueries,
    DraftTrainingPlan,
    PublishTrainingPlan,
    PlanTrainingSession,
    RecordTrainingAttendance,
    EvaluateTraining,
    CloseTrainingSession,
  ],
  resolvers: [TrainingPlanResolver, TrainingSessionResolver, TrainingSessionMutationsResolver],
  loaders: [TrainingPlanLoader, TrainingSessionLoader],
  consumers: [],
  jobs: [],
});

export default trainingService;

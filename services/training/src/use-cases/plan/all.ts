import { AllowTrainingOverspend } from './allow-training-overspend.use-case.js';
import { ChangeTrainingPlan } from './change-training-plan.use-case.js';
import { CountFinding } from './count-finding.use-case.js';
import { DraftTrainingPlan } from './draft-training-plan.use-case.js';
import { PlanDesk } from './plan-desk.js';
import { PublishTrainingPlan } from './publish-training-plan.use-case.js';
import { ReviseTrainingPlan } from './revise-training-plan.use-case.js';

export const planActs = [
  PlanDesk,
  DraftTrainingPlan,
  ChangeTrainingPlan,
  PublishTrainingPlan,
  ReviseTrainingPlan,
  AllowTrainingOverspend,
  CountFinding,
];

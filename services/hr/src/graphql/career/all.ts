import { AskedTrainingsAbout, CareerPlanLoader, CareerTalkLoader } from './career.loader.js';
import { CareerPlanActsResolver, CareerPlanResolver, PlanRemarkResolver } from './career-plan.resolver.js';
import { LadderResolver } from './ladder.resolver.js';
import { AskedTrainingResolver, CareerTalkResolver } from './talk.resolver.js';

export const careerResolvers = [
  LadderResolver,
  CareerPlanActsResolver,
  CareerPlanResolver,
  PlanRemarkResolver,
  CareerTalkResolver,
  AskedTrainingResolver,
];

export const careerEntities = [CareerPlanLoader];

export const careerLists = [CareerTalkLoader, AskedTrainingsAbout];

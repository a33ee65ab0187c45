import { AppraisalRecord } from './appraisal-record.repository.js';
import { CareerLadders, CareerPlans, CareerTalks, Standings } from './career.repository.js';
import {
  careerLadderCollection,
  careerPlanCollection,
  careerStandingCollection,
  careerTalkCollection,
  trainedTopicCollection,
  trainingRequestCollection,
} from './career.schema.js';
import { Hirings } from './hiring.repository.js';
import { TrainedTopics, TrainingRequestBook } from './training.repository.js';

export const careerRecords = [
  AppraisalRecord,
  Hirings,
  CareerLadders,
  Standings,
  CareerPlans,
  CareerTalks,
  TrainingRequestBook,
  TrainedTopics,
];

export const careerCollections = [
  careerLadderCollection,
  careerStandingCollection,
  careerPlanCollection,
  careerTalkCollection,
  trainingRequestCollection,
  trainedTopicCollection,
];

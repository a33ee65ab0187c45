import { AskTrainingAfterSheet } from './ask-training-after-sheet.use-case.js';
import { CareerDesk } from './career-desk.js';
import { FollowEmployee } from './follow-employee.use-case.js';
import { KeepCareerPlan } from './keep-career-plan.use-case.js';
import { NoteTrainingAnswer } from './note-training-answer.use-case.js';
import { NoteTrainedTopics } from './note-trained-topics.use-case.js';
import { PublishCareerLadder } from './publish-career-ladder.use-case.js';
import { RecordCareerTalk } from './record-career-talk.use-case.js';
import { RemindCareerTalks } from './remind-career-talks.use-case.js';
import { RequestCareerTraining } from './request-career-training.use-case.js';
import { SetFirstLevel } from './set-first-level.use-case.js';
import { TrainingRequests } from './training-requests.js';

export const careerActs = [
  CareerDesk,
  PublishCareerLadder,
  SetFirstLevel,
  FollowEmployee,
  KeepCareerPlan,
  RecordCareerTalk,
  RemindCareerTalks,
  TrainingRequests,
  RequestCareerTraining,
  AskTrainingAfterSheet,
  NoteTrainingAnswer,
  NoteTrainedTopics,
];

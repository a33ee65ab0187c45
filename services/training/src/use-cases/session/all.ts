import { CloseTrainingSession } from './close-training-session.use-case.js';
import { EvaluateTraining } from './evaluate-training.use-case.js';
import { PlanTrainingSession } from './plan-training-session.use-case.js';
import { RecordTrainingAttendance } from './record-training-attendance.use-case.js';

export const sessionActs = [PlanTrainingSession, RecordTrainingAttendance, EvaluateTraining, CloseTrainingSession];

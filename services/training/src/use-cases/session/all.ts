import { Team } from '../team.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { CancelTrainingSession } from './cancel-training-session.use-case.js';
import { CloseTrainingSession } from './close-training-session.use-case.js';
import { DecideNomination } from './decide-nomination.use-case.js';
import { EvaluateTraining } from './evaluate-training.use-case.js';
import { LapseNominations } from './lapse-nominations.use-case.js';
import { NominateForTraining } from './nominate-for-training.use-case.js';
import { OpenTrainingRequest } from './open-training-request.use-case.js';
import { PlanTrainingSession } from './plan-training-session.use-case.js';
import { RecordTrainingAttendance } from './record-training-attendance.use-case.js';
import { RecordTrainingCost } from './record-training-cost.use-case.js';
import { ReleaseLeaver } from './release-leaver.use-case.js';
import { RequestDesk } from './request-desk.js';
import { RescheduleTrainingSession } from './reschedule-training-session.use-case.js';
import { ReturnTrainingRequest } from './return-training-request.use-case.js';
import { SessionDesk } from './session-desk.js';
import { StandingSeats } from './standing-seats.js';
import { WithdrawNomination } from './withdraw-nomination.use-case.js';

export const sessionActs = [
  ...[Team, WorkingDeadlines, StandingSeats, RequestDesk, SessionDesk],
  ...[PlanTrainingSession, RecordTrainingAttendance, EvaluateTraining, CloseTrainingSession],
  ...[NominateForTraining, DecideNomination, WithdrawNomination, RescheduleTrainingSession, CancelTrainingSession, RecordTrainingCost],
  ...[OpenTrainingRequest, ReturnTrainingRequest, ReleaseLeaver, LapseNominations],
];

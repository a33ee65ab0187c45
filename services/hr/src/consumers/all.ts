import { AppraiseViolationWhenConfirmed } from './appraise-violation-when-confirmed.consumer.js';
import { careerConsumers } from './career.consumer.js';
import { NoteBonusLoanWhenStatusChanged, NoteBonusLoanWhenWrittenOff } from './note-bonus-loan.consumer.js';
import { NoteBonusWhenPaid, NoteBonusWhenReturned } from './note-bonus-payment.consumer.js';
import {
  CountHoursWhenTrainingEvaluated,
  CountLoanWhenDisbursed,
  CountOffLoanWhenReversed,
  CountSatisfactionWhenRecorded,
} from './note-facts.consumer.js';

/** What hr hears from the other departments. */
export const hrConsumers = [
  CountLoanWhenDisbursed,
  CountOffLoanWhenReversed,
  CountSatisfactionWhenRecorded,
  AppraiseViolationWhenConfirmed,
  CountHoursWhenTrainingEvaluated,
  NoteBonusLoanWhenStatusChanged,
  NoteBonusLoanWhenWrittenOff,
  NoteBonusWhenPaid,
  NoteBonusWhenReturned,
  ...careerConsumers,
];

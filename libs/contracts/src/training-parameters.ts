import type { ParameterDefinition } from './parameters.js';

const company = 'company policy';

/** What the company decides on trainings, their evaluation, and the knowledge that work requires. */
export const trainingParameters = {
  /** A training that was held has its whole evaluation within so many days [6.7]. */
  'training.evaluate-within': { unit: 'DAYS', initial: '14', basis: company },
  /** Each method of evaluation, from when it is opened; the mark on the job counts months from the training [6.8]. */
  'training.exam-within': { unit: 'DAYS', initial: '7', basis: company },
  'training.reflection-within': { unit: 'DAYS', initial: '7', basis: company },
  'training.job-mark-after': { unit: 'COUNT', initial: '2', basis: company },
  /** The superior is asked so many days before the mark on the job is due. */
  'training.job-mark-ahead': { unit: 'DAYS', initial: '14', basis: company },
  'training.reflection-least': { unit: 'COUNT', initial: '50', basis: company },
  /** No evaluation is owed for longer than so many days after it was opened, however often it is extended or sent back. */
  'training.evaluation-longest': { unit: 'DAYS', initial: '90', basis: company },
  /** An improvement that is written down with an evaluation is due after so many days [6.9]. */
  'training.improve-within': { unit: 'DAYS', initial: '90', basis: company },
  /** The least pass mark of an exam that evaluates a training, in percent of all points [6.8]. */
  'training.exam-pass-least': { unit: 'COUNT', initial: '60', basis: company },
  /** A self-nomination that its manager has not decided after so many days gives its seat to whoever waits. */
  'training.decide-within': { unit: 'DAYS', initial: '5', basis: company },
  /** Self-study takes at least this share of the minutes of its units, in percent [6.5]. */
  'training.unit-least-share': { unit: 'COUNT', initial: '50', basis: company },
  /** How often an exam may be tried, and the days between two attempts, where its paper says nothing else. */
  'training.exam-attempts': { unit: 'COUNT', initial: '2', basis: company },
  'training.exam-retake-after': { unit: 'DAYS', initial: '3', basis: company },
  /** Feedback on a training is shown from so many answers on, so that nobody is recognised. */
  'training.feedback-least': { unit: 'COUNT', initial: '3', basis: company },
  /** An effect of a training is claimed from so many people on, on both sides of the comparison. */
  'training.effect-least': { unit: 'COUNT', initial: '5', basis: company },
  /** People are reminded so many days before a deadline of training. */
  'training.remind-ahead': { unit: 'DAYS', initial: '2', basis: company },
  /** What somebody's work requires him to know: how long a proof of it holds, in months; the time a new person has; when it is named as running out. */
  'knowledge.valid-months': { unit: 'COUNT', initial: '12', basis: company },
  'knowledge.grace-days': { unit: 'DAYS', initial: '30', basis: company },
  'knowledge.expiring-ahead': { unit: 'DAYS', initial: '30', basis: company },
} as const satisfies Record<string, ParameterDefinition>;

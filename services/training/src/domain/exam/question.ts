import { DomainError, refuseAll } from '@weilend/kernel';
import type { TrainingTopic } from '../plan/training-plan.js';

/**
 * A question of the bank (题库) on one of the six topics: one right choice, several, or true or false [6.8]. A question that is changed keeps
 * its earlier wording as a version, because somebody may have been examined on it; one that is out of use is retired, never deleted.
 */
export const QUESTION_KINDS = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** What candidates are asked; the choices of TRUE_FALSE are 正确 and 错误, in this order. */
export interface QuestionContent {
  readonly topic: TrainingTopic;
  readonly difficulty: Difficulty;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly choices: readonly string[];
  /** Places of the right choices, from 0, rising. */
  readonly correct: readonly number[];
  readonly points: number;
  readonly explanation: string;
}

export interface QuestionRevision {
  readonly revision: number;
  readonly content: QuestionContent;
  readonly by: string;
  readonly at: Date;
}

export interface ExamQuestion extends QuestionContent {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly state: 'ACTIVE' | 'RETIRED';
  readonly writtenBy: string;
  readonly writtenAt: Date;
  /** What it said before, oldest first. */
  readonly revisions: readonly QuestionRevision[];
}

export interface QuestionAct {
  readonly by: string;
  readonly at: Date;
}

const TRUE_FALSE_CHOICES = ['正确', '错误'];
const LEAST_TEXT = 5;
const MOST_CHOICES = 8;
const MOST_POINTS = 100;

export function writeQuestion(id: string, content: QuestionContent, { by, at }: QuestionAct): ExamQuestion {
  return { id, version: 0, ...checked(content), revision: 1, state: 'ACTIVE', writtenBy: by, writtenAt: at, revisions: [] };
}

/** The new wording; papers that were drawn keep the old one. */
export function changeQuestion(question: ExamQuestion, content: QuestionContent, { by, at }: QuestionAct): ExamQuestion {
  refuseRetired(question);
  const { revision, writtenBy, writtenAt } = question;
  const before: QuestionRevision = { revision, content: contentOf(question), by: writtenBy, at: writtenAt };
  const revisions = [...question.revisions, before];
  return { ...question, ...checked(content), revision: revision + 1, writtenBy: by, writtenAt: at, revisions };
}

export function retireQuestion(question: ExamQuestion): ExamQuestion {
  refuseRetired(question);
  return { ...question, state: 'RETIRED' };
}

export function contentOf(question: QuestionContent): QuestionContent {
  const { topic, difficulty, kind, text, choices, correct, points, explanation } = question;
  return { topic, difficulty, kind, text, choices, correct, points, explanation };
}

function refuseRetired(question: ExamQuestion): void {
  if (question.state === 'RETIRED') throw new DomainError('QUESTION_RETIRED', { questionId: question.id }, 'questionId');
}

function checked(given: QuestionContent): QuestionContent {
  const choices = given.kind === 'TRUE_FALSE' ? TRUE_FALSE_CHOICES : given.choices.map((choice) => choice.trim());
  const correct = [...new Set(given.correct)].sort((a, b) => a - b);
  const content = { ...contentOf(given), text: given.text.trim(), explanation: given.explanation.trim(), choices, correct };
  const found: DomainError[] = [];
  if ([...content.text].length < LEAST_TEXT) found.push(new DomainError('QUESTION_TEXT_MISSING', {}, 'text'));
  if (!choicesHold(choices)) found.push(new DomainError('QUESTION_CHOICES_INVALID', { most: MOST_CHOICES }, 'choices'));
  if (!correctHolds(content, given.correct.length)) found.push(new DomainError('QUESTION_CORRECT_INVALID', {}, 'correct'));
  if (!Number.isInteger(content.points) || content.points < 1 || content.points > MOST_POINTS)
    found.push(new DomainError('QUESTION_POINTS_INVALID', { most: MOST_POINTS }, 'points'));
  if (content.explanation.length === 0) found.push(new DomainError('QUESTION_EXPLANATION_MISSING', {}, 'explanation'));
  refuseAll(found);
  return content;
}

const choicesHold = (choices: readonly string[]): boolean =>
  choices.length >= 2 && choices.length <= MOST_CHOICES && choices.every(Boolean) && new Set(choices).size === choices.length;

/** One right choice, or at least two of several; each is one of the choices and named once. */
function correctHolds({ kind, choices, correct }: QuestionContent, named: number): boolean {
  if (named !== correct.length || !correct.every((place) => Number.isInteger(place) && place >= 0 && place < choices.length)) return false;
  return kind === 'MULTIPLE_CHOICE' ? correct.length >= 2 : correct.length === 1;
}

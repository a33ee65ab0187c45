import { DomainError, refuseAll } from '@weilend/kernel';
import { TRAINING_TOPICS } from '../plan/training-plan.js';
import type { TrainingTopic } from '../plan/training-plan.js';
import { contentOf } from './question.js';
import type { Difficulty, ExamQuestion, QuestionContent } from './question.js';
import { seedOf, shuffled } from './seeded-order.js';

/**
 * A paper (试卷): questions drawn from the bank by rule, so many for each topic and difficulty, from a seed that is kept [6.8]. It holds the
 * questions as they read when they were drawn; what the bank says later changes no exam. Time, pass mark and the rule for a second attempt
 * belong to it.
 */
export interface PaperRule {
  readonly topic: TrainingTopic;
  /** Any, when none is named. */
  readonly difficulty: Difficulty | null;
  readonly count: number;
}

export interface PaperItem extends QuestionContent {
  readonly questionId: string;
  readonly revision: number;
}

export interface PaperTerms {
  readonly title: string;
  readonly rules: readonly PaperRule[];
  readonly minutes: number;
  /** Of all points, in whole percent. */
  readonly passPercent: number;
  readonly mostAttempts: number;
  /** Days from one attempt to the next. */
  readonly retakeAfterDays: number;
}

export interface ExamPaper extends PaperTerms {
  readonly id: string;
  readonly version: number;
  readonly seed: number;
  readonly items: readonly PaperItem[];
  readonly totalPoints: number;
  readonly state: 'ACTIVE' | 'RETIRED';
  readonly drawnBy: string;
  readonly drawnAt: Date;
}

const MOST_QUESTIONS = 200;
const MOST_MINUTES = 480;
const MOST_ATTEMPTS = 10;
const MOST_DAYS = 365;

const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** The terms of a paper; throws every refusal at once. */
export function checkTerms(terms: PaperTerms): PaperTerms {
  const found: DomainError[] = [];
  const count = terms.rules.reduce((sum, rule) => sum + rule.count, 0);
  const whole = terms.rules.every((rule) => within(rule.count, 1, MOST_QUESTIONS) && TRAINING_TOPICS.includes(rule.topic));
  if (terms.title.trim().length === 0) found.push(new DomainError('PAPER_TITLE_MISSING', {}, 'title'));
  if (!whole || !within(count, 1, MOST_QUESTIONS)) found.push(new DomainError('PAPER_RULES_INVALID', { most: MOST_QUESTIONS }, 'rules'));
  if (!within(terms.minutes, 1, MOST_MINUTES)) found.push(new DomainError('PAPER_MINUTES_INVALID', { most: MOST_MINUTES }, 'minutes'));
  if (!within(terms.passPercent, 1, 100)) found.push(new DomainError('PAPER_PASS_MARK_INVALID', {}, 'passPercent'));
  if (!within(terms.mostAttempts, 1, MOST_ATTEMPTS) || !within(terms.retakeAfterDays, 0, MOST_DAYS))
    found.push(new DomainError('PAPER_RETAKE_INVALID', { mostAttempts: MOST_ATTEMPTS, mostDays: MOST_DAYS }, 'mostAttempts'));
  refuseAll(found);
  return { ...terms, title: terms.title.trim() };
}

/** Draws the questions of each rule; no question comes twice. Throws DomainError PAPER_QUESTIONS_LACKING naming what the bank lacks. */
export function drawPaper(
  facts: { readonly id: string; readonly seed: number; readonly drawnBy: string; readonly drawnAt: Date },
  given: PaperTerms,
  bank: readonly ExamQuestion[],
): ExamPaper {
  const terms = checkTerms(given);
  const ordered = [...bank].filter(({ state }) => state === 'ACTIVE').sort((a, b) => (a.id < b.id ? -1 : 1));
  const taken = new Map<string, PaperItem>();
  // The narrow rules choose first: one that takes any difficulty must not use up what another needs.
  const rules = terms.rules
    .map((rule, part) => ({ rule, part }))
    .sort((a, b) => Number(a.rule.difficulty === null) - Number(b.rule.difficulty === null));
  for (const { rule, part } of rules) {
    const fitting = ordered.filter((one) => !taken.has(one.id) && fits(one, rule));
    if (fitting.length < rule.count) throw lacking(rule, fitting.length);
    for (const one of shuffled(fitting, seedOf(facts.seed, part)).slice(0, rule.count))
      taken.set(one.id, { questionId: one.id, revision: one.revision, ...contentOf(one) });
  }
  const items = [...taken.values()];
  const totalPoints = items.reduce((sum, item) => sum + item.points, 0);
  return { ...facts, version: 0, ...terms, items, totalPoints, state: 'ACTIVE' };
}

/** A paper examines a training when it asks about its topic only, and is not passed by chance. Throws DomainError. */
export function checkPaperFits(
  { items, passPercent }: Pick<ExamPaper, 'items' | 'passPercent'>,
  { topic, passLeast }: { readonly topic: TrainingTopic; readonly passLeast: number },
): void {
  const other = items.find((item) => item.topic !== topic);
  if (other) throw new DomainError('EVALUATION_PAPER_OFF_TOPIC', { asked: other.topic, topic }, 'paperId');
  if (passPercent < passLeast) throw new DomainError('EVALUATION_PAPER_TOO_EASY', { passPercent, least: passLeast }, 'paperId');
}

export function retirePaper(paper: ExamPaper): ExamPaper {
  if (paper.state === 'RETIRED') throw new DomainError('PAPER_RETIRED', { paperId: paper.id }, 'paperId');
  return { ...paper, state: 'RETIRED' };
}

const fits = (question: ExamQuestion, { topic, difficulty }: PaperRule): boolean =>
  question.topic === topic && (difficulty === null || question.difficulty === difficulty);

function lacking({ topic, difficulty, count }: PaperRule, found: number): DomainError {
  return new DomainError('PAPER_QUESTIONS_LACKING', { topic, difficulty: difficulty ?? 'ANY', count, found }, 'rules');
}

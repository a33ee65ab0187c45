import { DomainError } from '@weilend/kernel';
import { refuseNumbers } from '../application/information-requests.js';
import { Refusals } from '../collect-refusals.js';

// A questionnaire (调查问卷) asks the same of everybody, so that answers can be compared: marks from one to five, one choice of several, or words.
// One mark is the overall one; it goes to the appraisal. A published version never changes: other questions are another version.

export const QUESTION_KINDS = ['SCALE', 'CHOICE', 'TEXT'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface SurveyQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** Of a CHOICE, two to ten. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** The one mark that says it all. */
  readonly overall: boolean;
}

export interface QuestionnaireVersion {
  readonly no: number;
  readonly questions: readonly SurveyQuestion[];
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Oldest first; the last one is used for new surveys. */
  readonly versions: readonly QuestionnaireVersion[];
}

const MOST_QUESTIONS = 30;
const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** Throws every refusal at once, each at its question. */
export function checkQuestions(questions: readonly SurveyQuestion[]): void {
  const refusals = new Refusals();
  const wrong = (problem: string, field: string): void => refusals.add(new DomainError('QUESTIONNAIRE_INVALID', { problem }, field));
  if (questions.length === 0 || questions.length > MOST_QUESTIONS) wrong(`it has 1 to ${MOST_QUESTIONS} questions`, 'questions');
  if (new Set(questions.map(({ key }) => key)).size < questions.length) wrong('each question has a key of its own', 'questions');
  questions.forEach((question, index) => {
    const at = `questions.${index}`;
    if (!KEY.test(question.key)) wrong('a key has small letters, digits and dashes', `${at}.key`);
    if (question.text.trim().length < 2) wrong('a question has words', `${at}.text`);
    checkChoices(question, (problem) => wrong(problem, `${at}.choices`));
    if (question.overall && !(question.kind === 'SCALE' && question.required))
      wrong('the overall mark is a required SCALE', `${at}.overall`);
  });
  if (questions.filter(({ overall }) => overall).length !== 1) wrong('exactly one question is the overall mark', 'questions');
  refusals.done();
}

function checkChoices({ kind, choices }: SurveyQuestion, wrong: (problem: string) => void): void {
  if (kind !== 'CHOICE' && choices.length > 0) wrong(`a ${kind} has no choices`);
  if (kind !== 'CHOICE') return;
  if (choices.length < 2 || choices.length > 10) wrong('a CHOICE has 2 to 10 choices');
  if (new Set(choices).size < choices.length || choices.some((choice) => !choice.trim())) wrong('each choice has words of its own');
}

export interface SurveyAnswer {
  readonly key: string;
  readonly score: number | null;
  readonly choice: string | null;
  readonly text: string | null;
}

const LONGEST_TEXT = 1_000;

/** The answers as they are kept, in the order of the questions. Throws every refusal at once, each at its answer. */
export function checkAnswers(questions: readonly SurveyQuestion[], answers: readonly SurveyAnswer[]): readonly SurveyAnswer[] {
  const refusals = new Refusals();
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  if (byKey.size < answers.length) refusals.add(new DomainError('ANSWER_INVALID', { key: '-', problem: 'twice' }, 'answers'));
  for (const { key } of answers)
    if (!questions.some((question) => question.key === key))
      refusals.add(new DomainError('ANSWER_INVALID', { key, problem: 'nobody asked this' }, `answers.${key}`));
  const kept = questions.flatMap((question) => refusals.try(() => keptAnswer(question, byKey.get(question.key))) ?? []);
  refusals.done();
  return kept;
}

/** The mark of the overall question. */
export function overallScore(questions: readonly SurveyQuestion[], answers: readonly SurveyAnswer[]): number | null {
  const overall = questions.find((question) => question.overall);
  return answers.find((answer) => answer.key === overall?.key)?.score ?? null;
}

function keptAnswer(question: SurveyQuestion, answer: SurveyAnswer | undefined): SurveyAnswer | null {
  const { key, kind, choices, required } = question;
  const wrong = (problem: string): DomainError => new DomainError('ANSWER_INVALID', { key, problem }, `answers.${key}`);
  const text = answer?.text?.trim() || null;
  const given = { SCALE: answer?.score ?? null, CHOICE: answer?.choice ?? null, TEXT: text }[kind];
  if (given === null) {
    if (required) throw wrong('it has to be answered');
    return null;
  }
  if (kind === 'SCALE' && !(Number.isInteger(given) && Number(given) >= 1 && Number(given) <= 5)) throw wrong('a mark is 1 to 5');
  if (kind === 'CHOICE' && !choices.includes(String(given))) throw wrong(`one of: ${choices.join(', ')}`);
  if (kind === 'TEXT' && String(given).length > LONGEST_TEXT) throw wrong(`at most ${LONGEST_TEXT} characters`);
  if (kind === 'TEXT') refuseNumbers(String(given), `answers.${key}`);
  return {
    key,
    score: kind === 'SCALE' ? Number(given) : null,
    choice: kind === 'CHOICE' ? String(given) : null,
    text: kind === 'TEXT' ? text : null,
  };
}

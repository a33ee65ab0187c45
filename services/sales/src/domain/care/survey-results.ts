import type { SurveyAnswer, SurveyQuestion } from './questionnaire.js';
import { mean } from './satisfaction.js';

// What a survey found (调查结果): how many were asked, how many answered, and what they said, by question and by salesperson. Below the smallest
// sample nothing is shown but the number: a figure of two customers says more about them than about us.

export interface CountedInvitation {
  readonly salespersonId: string;
  readonly overall: number | null;
  readonly isAnswered: boolean;
  readonly answers: readonly SurveyAnswer[];
}

export interface QuestionResult {
  readonly key: string;
  readonly text: string;
  readonly sample: number;
  readonly suppressed: boolean;
  readonly average: number | null;
  readonly choices: readonly { readonly choice: string; readonly count: number }[];
  readonly texts: readonly string[];
}

export interface SalespersonResult {
  readonly salespersonId: string;
  readonly invited: number;
  readonly sample: number;
  readonly suppressed: boolean;
  readonly average: number | null;
}

export interface SurveyResults {
  readonly invited: number;
  readonly answered: number;
  /** 0 to 1; null when nobody was asked. */
  readonly responseRate: number | null;
  readonly questions: readonly QuestionResult[];
  readonly salespeople: readonly SalespersonResult[];
}

/** Results of a survey; `smallest` is the parameter survey.minimal-sample. */
export function surveyResults(
  questions: readonly SurveyQuestion[],
  invitations: readonly CountedInvitation[],
  smallest: number,
): SurveyResults {
  const answered = invitations.filter(({ isAnswered }) => isAnswered);
  const salespeople = [...new Set(invitations.map(({ salespersonId }) => salespersonId))].sort();
  return {
    invited: invitations.length,
    answered: answered.length,
    responseRate: invitations.length === 0 ? null : answered.length / invitations.length,
    questions: questions.map((question) => questionResult(question, answered, smallest)),
    salespeople: salespeople.map((salespersonId) => {
      const own = invitations.filter((one) => one.salespersonId === salespersonId);
      const marks = own.flatMap((one) => one.overall ?? []);
      const suppressed = marks.length < smallest;
      return { salespersonId, invited: own.length, sample: marks.length, suppressed, average: suppressed ? null : mean(marks) };
    }),
  };
}

function questionResult({ key, text, choices }: SurveyQuestion, answered: readonly CountedInvitation[], smallest: number): QuestionResult {
  const given = answered.flatMap(({ answers }) => answers.filter((answer) => answer.key === key));
  const suppressed = given.length < smallest;
  const shown = suppressed ? [] : given;
  return {
    ...{ key, text, sample: given.length, suppressed },
    average: mean(shown.flatMap(({ score }) => score ?? [])),
    choices: suppressed ? [] : choices.map((choice) => ({ choice, count: shown.filter((answer) => answer.choice === choice).length })),
    // In the order of the alphabet, so that nobody reads from the place whose word it was.
    texts: shown.flatMap((answer) => answer.text ?? []).sort(),
  };
}

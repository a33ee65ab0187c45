import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamPaper, PaperItem } from '../../domain/exam/exam-paper.js';
import type { ExamAttemptQuestionType } from './exam-attempt.type.js';

export interface Viewer {
  readonly isCandidate: boolean;
  readonly isTrainer: boolean;
  /** Questions of exams that the viewer himself still has to take. */
  readonly sealed: readonly string[];
}

/** The candidate sees what he is asked; a trainer what somebody answered, unless he has an exam with such a question before him. */
export function seesQuestions(paper: ExamPaper, { isCandidate, isTrainer, sealed }: Viewer): boolean {
  return isCandidate || (isTrainer && !paper.items.some(({ questionId }) => sealed.includes(questionId)));
}

/** Questions and choices in the order of the attempt; the right ones only when nobody has an exam with this paper before him, nor the viewer one with such a question. */
export function attemptQuestions(
  attempt: ExamAttempt,
  paper: ExamPaper,
  { isOwing, sealed }: { readonly isOwing: boolean; readonly sealed: readonly string[] },
): ExamAttemptQuestionType[] {
  const isOver = attempt.state === 'SUBMITTED' && !isOwing;
  return attempt.items.map(({ item, choices, answer }, place) => {
    const { questionId, kind, text, points, choices: texts, correct, explanation } = paper.items[item] as PaperItem;
    const shown = (places: readonly number[]): number[] => places.map((one) => choices.indexOf(one)).sort((a, b) => a - b);
    const isRevealed = isOver && !sealed.includes(questionId);
    return {
      ...{ place, kind, text, points, choices: choices.map((one) => texts[one] ?? '') },
      chosen: answer === null ? null : shown(answer),
      correct: isRevealed ? shown(correct) : null,
      explanation: isRevealed ? explanation : null,
    };
  });
}

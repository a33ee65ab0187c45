import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { TrainingPlan } from '../plan/training-plan.js';
import type { TrainingSession } from '../session/training-session.js';
import { writtenWords } from '../written-words.js';
import { improvementMachine } from './improvement.machine.js';
import type { ImprovementState } from './improvement.machine.js';

/**
 * What should be better next time (改进事项): found in the evaluation of a training, with an owner and a day [6.9]. The plan of a later year
 * takes it up, and shows that it did.
 */
export interface Improvement {
  readonly id: string;
  readonly version: number;
  readonly sessionId: string;
  /** When the training that it was found in was evaluated. */
  readonly evaluatedOn: LocalDate;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  /** The same day while it is open, otherwise null. */
  readonly owedOn: LocalDate | null;
  readonly state: ImprovementState;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly planId: string | null;
  readonly closing: { readonly text: string; readonly by: string; readonly at: Date } | null;
}

export interface ImprovementFacts {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly raisedBy: string;
  readonly raisedAt: Date;
}

export function raiseImprovement(session: TrainingSession, facts: ImprovementFacts, today: LocalDate): Improvement {
  if (!session.evaluation) throw new DomainError('IMPROVEMENT_WITHOUT_EVALUATION', {}, 'sessionId');
  if (facts.dueOn < today) throw new DomainError('IMPROVEMENT_DAY_PAST', { dueOn: facts.dueOn }, 'dueOn');
  const { id: sessionId, evaluation } = session;
  const about = { sessionId, evaluatedOn: evaluation.evaluatedOn, planId: null, closing: null };
  return { ...facts, ...about, version: 0, text: writtenWords(facts.text, 'text'), owedOn: facts.dueOn, state: improvementMachine.initial };
}

export interface ImprovementClosing {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  /** True for who raises improvements: trainers and the manager. */
  readonly looksAfter: boolean;
}

/** Done, by its owner or by who looks after trainings; dropped with the reason, by the latter only: nobody lets himself off. */
export function closeImprovement(item: Improvement, how: 'finish' | 'drop', { text, by, at, looksAfter }: ImprovementClosing): Improvement {
  const isOwner = by === item.ownerId && how === 'finish';
  if (!looksAfter && !isOwner) throw new DomainError('IMPROVEMENT_NOT_YOURS', { ownerId: item.ownerId }, 'improvementId');
  const state = improvementMachine.next(item.state, how);
  return { ...item, state, owedOn: null, closing: { text: writtenWords(text, 'text'), by, at } };
}

/**
 * What a plan says that it has adopted: the improvements that it has taken up, and nothing else. Words that a manager writes there himself were
 * found by no evaluation. Throws PLAN_IMPROVEMENT_NOT_ADOPTED, naming them.
 */
export function adoptedWords(items: readonly Pick<Improvement, 'text'>[], written: readonly string[]): readonly string[] {
  const adopted = [...new Set(items.map(({ text }) => text))];
  const free = written.map((text) => text.trim()).filter((text) => !adopted.includes(text));
  if (free.length > 0) throw new DomainError('PLAN_IMPROVEMENT_NOT_ADOPTED', { texts: free }, 'adoptedImprovements');
  return adopted;
}

/** The plan of a later year, while it is drafted, takes it up; once. */
export function adoptImprovement(item: Improvement, plan: Pick<TrainingPlan, 'id' | 'year' | 'state'>): Improvement {
  if (plan.state !== 'DRAFT') throw new DomainError('IMPROVEMENT_PLAN_PUBLISHED', { year: plan.year }, 'planId');
  if (item.planId !== null) throw new DomainError('IMPROVEMENT_ADOPTED', { improvementId: item.id }, 'ids');
  if (item.state === 'DROPPED') throw new DomainError('IMPROVEMENT_DROPPED', { improvementId: item.id }, 'ids');
  const found = Number(item.evaluatedOn.slice(0, 4));
  if (plan.year <= found) throw new DomainError('IMPROVEMENT_PLAN_YEAR', { year: plan.year, found }, 'planId');
  return { ...item, planId: plan.id };
}

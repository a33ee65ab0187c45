import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { evaluateBy } from '../../domain/evaluation/evaluation-day.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { lastDayOf } from '../../domain/session/training-session.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { evaluationTaskCollection } from '../../persistence/evaluation/evaluation-task.schema.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';
import { isOverseer } from '../scope.js';
import { toEntity } from '../to-entity.js';

export interface TaskFilter extends PageRequest {
  readonly sessionId?: string | null;
  readonly employeeId?: string | null;
  readonly state?: string | null;
}

export interface OwedFilter extends PageRequest {
  readonly employeeId?: string | null;
  readonly supervisorId?: string | null;
  readonly until?: LocalDate | null;
}

/** A training that was held and has no evaluation yet, and until when it is owed. */
export interface UnevaluatedTraining {
  readonly id: string;
  readonly dueOn: LocalDate;
}

/** The read side of evaluations. */
@Injectable()
export class EvaluationQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<EvaluationTask[]> {
    const rows = await this.tasks()
      .find({ $and: [{ _id: { $in: [...ids] } }, scopeOf(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<EvaluationTask>);
  }

  list({ sessionId, employeeId, state, ...page }: TaskFilter, actor: Actor): Promise<Page<EvaluationTask>> {
    const wanted = { ...(sessionId ? { sessionId } : {}), ...(employeeId ? { employeeId } : {}), ...(state ? { state } : {}) };
    return pageOf(this.tasks(), page, { filter: { $and: [wanted, scopeOf(actor)] }, map: toEntity<EvaluationTask> });
  }

  /** What is owed, the most overdue first: by an attendee, by a superior who has to mark, or by everybody. */
  owed({ employeeId, supervisorId, until, ...page }: OwedFilter, actor: Actor): Promise<Page<EvaluationTask>> {
    const wanted = { ...(employeeId ? { employeeId } : {}), ...(supervisorId ? { supervisorId } : {}) };
    const filter = { $and: [wanted, scopeOf(actor)] };
    return duePageOf(this.tasks(), page, { field: 'owedOn', type: 'string', filter, until, map: toEntity<EvaluationTask> });
  }

  /** Held and not evaluated, the most overdue first; the day follows from the policy in force. */
  async unevaluated({ until, ...page }: PageRequest & { readonly until?: LocalDate | null }): Promise<Page<UnevaluatedTraining>> {
    const evaluateWithin = await this.parameters.number('training.evaluate-within', this.clock.today());
    const heldUntil = until ? addDays(until, -evaluateWithin) : null;
    const map = (row: Stored): UnevaluatedTraining => {
      const session = toEntity<TrainingSession>(row);
      return { id: session.id, dueOn: evaluateBy(lastDayOf(session), { evaluateWithin }) };
    };
    // Self-study that goes on longer than its first day is due later.
    const filter = { state: 'HELD', ...(heldUntil ? { $or: [{ untilOn: null }, { untilOn: { $lte: heldUntil } }] } : {}) };
    const plan = { field: 'heldOn', type: 'string', filter, until: heldUntil, map } as const;
    return duePageOf(this.database.model(trainingSessionCollection), page, plan);
  }

  private tasks() {
    return this.database.model(evaluationTaskCollection);
  }
}

/** Everybody's for overseers; what I owe, and whom I mark, for the others. */
function scopeOf(actor: Actor): Record<string, unknown> {
  if (isOverseer(actor)) return {};
  const me = employeeIdOf(actor);
  return { $or: [{ employeeId: me }, { supervisorId: me }] };
}

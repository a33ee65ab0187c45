import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { Database, duePageOf, pageByDay } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { DirectoryRow } from '@weilend/service';
import type { Nomination } from '../../domain/session/nomination.js';
import type { NominationState } from '../../domain/session/nomination.machine.js';
import type { RequestState, TrainingRequest } from '../../domain/session/training-request.js';
import { looksAfterTraining, maySeeTrainingOf } from '../../domain/session/who-may-see.js';
import { storedNomination } from '../../persistence/session/nomination.repository.js';
import { nominationCollection } from '../../persistence/session/nomination.schema.js';
import { trainingRequestCollection } from '../../persistence/session/training-request.schema.js';
import { toEntity } from '../to-entity.js';

/** The read side of nominations and of what hr asked for. */
@Injectable()
export class NominationQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Nomination[]> {
    const rows = await this.nominations()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(storedNomination).filter((one) => actor.kind === 'employee' && mayReadNomination(actor, one));
  }

  /** The queue of a training in its order; of others than oneself only for who looks after training. */
  ofSession(actor: EmployeeActor, of: { sessionId: string; state?: NominationState | null }, page: PageRequest): Promise<Page<Nomination>> {
    const own = looksAfterTraining(actor) ? {} : { employeeId: actor.employeeId };
    const filter = { sessionId: of.sessionId, ...(of.state ? { state: of.state } : {}), ...own };
    return duePageOf(this.nominations(), page, { field: 'placeKey', type: 'string', filter, map: storedNomination });
  }

  /** The trainings of a person, the latest first. Throws NOT_FOUND for somebody who is not the actor's to see. */
  async ofPerson(actor: EmployeeActor, employeeId: string | null, page: PageRequest): Promise<Page<Nomination>> {
    const person = employeeId ?? actor.employeeId;
    if (!maySeeTrainingOf(actor, person)) throw new DomainError('NOT_FOUND', { noun: 'employee', id: person });
    return pageByDay(this.nominations(), page, { field: 'heldOn', filter: { employeeId: person }, map: storedNomination });
  }

  /** Self-nominations that wait for the manager, the nearest day first: of his own people, or all for who looks after training. */
  async pending(actor: EmployeeActor, page: PageRequest): Promise<Page<Nomination>> {
    const own = looksAfterTraining(actor) ? {} : { employeeId: { $in: await this.ledBy(actor.employeeId) } };
    const filter = { approval: 'PENDING', state: { $in: ['SEATED', 'WAITING'] }, ...own };
    return duePageOf(this.nominations(), page, { field: 'heldOn', type: 'string', filter, map: storedNomination });
  }

  /** Requests of hr by their deadline, the most urgent first. */
  requests(of: { state: RequestState; employeeId?: string | null }, page: PageRequest): Promise<Page<TrainingRequest>> {
    const filter = { state: of.state, ...(of.employeeId ? { employeeId: of.employeeId } : {}) };
    return duePageOf(this.requestRows(), page, { field: 'dueAt', type: 'date', filter, map: toEntity<TrainingRequest> });
  }

  async requestsByIds(ids: readonly string[]): Promise<TrainingRequest[]> {
    const rows = await this.requestRows()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingRequest>);
  }

  /** Everybody whom somebody leads, directly or through supervisors. */
  private async ledBy(managerId: string): Promise<string[]> {
    const people = this.database.collection<DirectoryRow>('employee_directory');
    const led = new Set<string>();
    for (let above = [managerId]; above.length > 0;) {
      const below = await people.find({ managerId: { $in: above } }, { projection: { _id: 1 } }).toArray();
      above = below.map(({ _id }) => _id).filter((id) => !led.has(id));
      above.forEach((id) => led.add(id));
    }
    return [...led];
  }

  private nominations() {
    return this.database.model(nominationCollection);
  }

  private requestRows() {
    return this.database.model(trainingRequestCollection);
  }
}

/** One's own, those that one has made or decided, and those of whom one looks after. */
function mayReadNomination(actor: EmployeeActor, { employeeId, nominatedBy, decidedBy }: Nomination): boolean {
  return maySeeTrainingOf(actor, employeeId) || nominatedBy === actor.employeeId || decidedBy === actor.employeeId;
}

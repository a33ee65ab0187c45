import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageByDay, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import type { CareerLadder } from '../../domain/career/ladder.js';
import type { CareerPlan } from '../../domain/career/career-plan.js';
import type { Standing } from '../../domain/career/standing.js';
import type { CareerTalk } from '../../domain/career/talk.js';
import type { TrainingReason, TrainingRequest } from '../../domain/career/training-request.js';
import {
  careerLadderCollection,
  careerPlanCollection,
  careerStandingCollection,
  careerTalkCollection,
  trainingRequestCollection,
} from '../../persistence/career/career.schema.js';
import { APPROVED } from '../../persistence/career/career.repository.js';
import { CareerScope } from './career-scope.queries.js';

export interface TalksDueFilter extends PageRequest {
  readonly managerId?: string | null;
  readonly overdue?: boolean | null;
  /** Due up to that day. */
  readonly until?: LocalDate | null;
}
export interface OfPerson extends PageRequest {
  readonly employeeId?: string | null;
}
export interface PlanFilter extends OfPerson {
  readonly state?: CareerPlan['state'] | null;
}
export interface TrainingRequestFilter extends OfPerson {
  readonly state?: TrainingRequest['state'] | null;
  readonly reason?: TrainingReason | null;
}

/** The read side of careers: everybody his own, who leads people theirs, hr and auditors all. */
@Injectable()
export class CareerQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: CareerScope,
    private readonly clock: BusinessClock,
  ) {}

  /** The ladder in force on a day, today when left out. */
  async ladderOn(on: LocalDate | null): Promise<CareerLadder | null> {
    const row = await this.database
      .model(careerLadderCollection)
      .findOne({ ...APPROVED, effectiveFrom: { $lte: on ?? this.clock.today() } } as never)
      .sort({ effectiveFrom: -1 })
      .lean<Stored>()
      .exec();
    return row && toEntity<CareerLadder>(row);
  }

  ladders(page: PageRequest): Promise<Page<CareerLadder>> {
    return pageByDay(this.database.model(careerLadderCollection), page, {
      field: 'effectiveFrom',
      filter: {},
      map: toEntity<CareerLadder>,
    });
  }

  async standing(employeeId: string, actor: Actor): Promise<Standing | null> {
    const [standing] = await this.rows<Standing>(careerStandingCollection, await this.scope.filter(actor, '_id', employeeId));
    return standing ?? null;
  }

  /** First levels that wait for the word of a second person. Served by `asked`. */
  firstLevelsAsked(page: PageRequest): Promise<Page<Standing>> {
    const filter = { active: true, 'asked.level': { $type: 'string' } };
    return pageOf(this.database.model(careerStandingCollection), page, { filter, map: toEntity<Standing>, direction: 1 });
  }

  /** Talks that are due, the most overdue first. Served by `due` and `managerDue`. */
  async talksDue({ managerId, overdue, until, ...page }: TalksDueFilter, actor: Actor): Promise<Page<Standing>> {
    const filter = { ...(await this.scope.filter(actor, '_id')), ...(managerId ? { managerId } : {}) };
    const last = overdue ? addDays(this.clock.today(), -1) : until;
    const plan = { field: 'talkDueOn', type: 'string' as const, filter, until: last ?? null, map: toEntity<Standing> };
    return duePageOf(this.database.model(careerStandingCollection), page, plan);
  }

  /** Latest first. Served by `person` and `heldOn`. */
  async talks({ employeeId, ...page }: OfPerson, actor: Actor): Promise<Page<CareerTalk>> {
    const filter = await this.scope.filter(actor, 'employeeId', employeeId);
    return pageByDay(this.database.model(careerTalkCollection), page, { field: 'heldOn', filter, map: toEntity<CareerTalk> });
  }

  async talksByIds(ids: readonly string[], actor: Actor): Promise<CareerTalk[]> {
    return this.rows(careerTalkCollection, { _id: { $in: [...ids] }, ...(await this.scope.filter(actor, 'employeeId')) });
  }

  /** Newest first. Served by `person` and `state`. */
  async plans({ employeeId, state, ...page }: PlanFilter, actor: Actor): Promise<Page<CareerPlan>> {
    const filter = { ...(await this.scope.filter(actor, 'employeeId', employeeId)), ...(state ? { state } : {}) };
    return pageOf(this.database.model(careerPlanCollection), page, { filter, map: toEntity<CareerPlan> });
  }

  async plansByIds(ids: readonly string[], actor: Actor): Promise<CareerPlan[]> {
    return this.rows(careerPlanCollection, { _id: { $in: [...ids] }, ...(await this.scope.filter(actor, 'employeeId')) });
  }

  /** Newest first. Served by `person` and `state`. */
  async trainingRequests({ employeeId, state, reason, ...page }: TrainingRequestFilter, actor: Actor): Promise<Page<TrainingRequest>> {
    const asked = { ...(state ? { state } : {}), ...(reason ? { reason } : {}) };
    const filter = { ...(await this.scope.filter(actor, 'employeeId', employeeId)), ...asked };
    return pageOf(this.database.model(trainingRequestCollection), page, { filter, map: toEntity<TrainingRequest> });
  }

  /** What was asked for about some sheets, promotions, honours or plans. Served by `once`. */
  async requestsAbout(aboutIds: readonly string[], actor: Actor): Promise<(readonly [string, TrainingRequest])[]> {
    const filter = { aboutId: { $in: [...aboutIds] }, ...(await this.scope.filter(actor, 'employeeId')) };
    return (await this.rows<TrainingRequest>(trainingRequestCollection, filter)).map((request) => [request.aboutId, request] as const);
  }

  private async rows<T>(collection: CollectionDefinition, filter: Record<string, unknown>): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<T>);
  }
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}

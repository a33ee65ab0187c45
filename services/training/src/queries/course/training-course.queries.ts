import { Injectable } from '@nestjs/common';
import { holds } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Actor, EmployeeActor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Enrolment } from '../../domain/course/enrolment.js';
import type { TrainingCourse } from '../../domain/course/training-course.js';
import type { CourseState } from '../../domain/course/training-course.machine.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { looksAfterTraining, maySeeTrainingOf } from '../../domain/session/who-may-see.js';
import { enrolmentCollection, trainingCourseCollection } from '../../persistence/course/training-course.schema.js';
import { toEntity } from '../to-entity.js';

export interface CatalogueFilter extends PageRequest {
  readonly topic?: TrainingTopic | null;
  readonly state?: CourseState | null;
}

export interface EnrolmentFilter extends PageRequest {
  readonly courseId?: string | null;
  readonly employeeId?: string | null;
  readonly state?: Enrolment['state'] | null;
}

/** The read side of courses and of who learns from them. */
@Injectable()
export class TrainingCourseQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<TrainingCourse[]> {
    const rows = await this.courses()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingCourse>);
  }

  /** Published courses; drafts and withdrawn ones only for their authors. */
  catalogue(actor: EmployeeActor, { topic, state, ...page }: CatalogueFilter): Promise<Page<TrainingCourse>> {
    const wanted = holds(actor.roles, 'training.register-course') ? (state ?? null) : 'PUBLISHED';
    const filter = { ...(wanted ? { state: wanted } : {}), ...(topic ? { topic } : {}) };
    return pageOf(this.courses(), page, { filter, map: toEntity<TrainingCourse> });
  }

  async enrolmentsByIds(ids: readonly string[], actor: Actor): Promise<Enrolment[]> {
    const rows = await this.enrolments()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<Enrolment>).filter(({ employeeId }) => actor.kind === 'employee' && maySeeTrainingOf(actor, employeeId));
  }

  /** Own self-study; of a whole course or of somebody else only for who looks after training. Throws NOT_FOUND. */
  async enrolmentList(actor: EmployeeActor, { courseId, employeeId, state, ...page }: EnrolmentFilter): Promise<Page<Enrolment>> {
    const person = employeeId ?? (courseId && looksAfterTraining(actor) ? null : actor.employeeId);
    if (person !== null && !maySeeTrainingOf(actor, person)) throw new DomainError('NOT_FOUND', { noun: 'employee', id: person });
    const filter = {
      ...(courseId ? { courseId } : {}),
      ...(person === null ? {} : { employeeId: person }),
      ...(state ? { state } : {}),
    };
    return pageOf(this.enrolments(), page, { filter, map: toEntity<Enrolment> });
  }

  private courses() {
    return this.database.model(trainingCourseCollection);
  }

  private enrolments() {
    return this.database.model(enrolmentCollection);
  }
}

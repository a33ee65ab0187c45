import { Injectable } from '@nestjs/common';
import { DomainError, instantOf, addDays, daysBetween } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { maySeeTrainingOf } from '../../domain/session/who-may-see.js';
import { enrolmentCollection } from '../../persistence/course/training-course.schema.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';

export interface TopicHours {
  readonly topic: TrainingTopic;
  readonly hours: number;
  readonly count: number;
}

/** How long somebody was trained in a period. */
export interface TrainingHours {
  readonly employeeId: string;
  /** Trainings that were attended. */
  readonly hours: number;
  readonly sessions: number;
  readonly byTopic: readonly TopicHours[];
  /** Courses of self-study that were completed, by the hours that count for the learner. */
  readonly selfStudyHours: number;
  readonly selfStudyByTopic: readonly TopicHours[];
}

export interface HoursPeriod {
  readonly employeeId?: string | null;
  readonly from: LocalDate;
  /** The last day, counted. */
  readonly to: LocalDate;
}

const LONGEST_DAYS = 1_100;
const HELD = ['HELD', 'EVALUATED', 'CLOSED'];

/** Hours of training per person and period, by topic. */
@Injectable()
export class TrainingHoursQueries {
  constructor(private readonly database: Database) {}

  /** Throws HOURS_PERIOD_INVALID, and NOT_FOUND for somebody whose training is not the actor's to see. */
  async hoursOf(actor: EmployeeActor, period: HoursPeriod): Promise<TrainingHours> {
    const employeeId = period.employeeId ?? actor.employeeId;
    if (!maySeeTrainingOf(actor, employeeId)) throw new DomainError('NOT_FOUND', { noun: 'employee', id: employeeId });
    const days = daysBetween(period.from, period.to);
    if (days < 0 || days > LONGEST_DAYS) throw new DomainError('HOURS_PERIOD_INVALID', {}, 'to');
    const byTopic = await this.attended(employeeId, period);
    const selfStudyByTopic = await this.studied(employeeId, period);
    const total = (rows: readonly TopicHours[], of: 'hours' | 'count'): number => rows.reduce((sum, row) => sum + row[of], 0);
    return {
      ...{ employeeId, hours: total(byTopic, 'hours'), sessions: total(byTopic, 'count'), byTopic },
      ...{ selfStudyHours: total(selfStudyByTopic, 'hours'), selfStudyByTopic },
    };
  }

  private attended(employeeId: string, { from, to }: HoursPeriod): Promise<TopicHours[]> {
    return this.database
      .model(trainingSessionCollection)
      .aggregate<TopicHours>([
        { $match: { attendeeIds: employeeId, heldOn: { $gte: from, $lte: to }, state: { $in: HELD } } },
        ...byTopic('$topic', '$hours'),
      ])
      .exec();
  }

  private studied(employeeId: string, { from, to }: HoursPeriod): Promise<TopicHours[]> {
    const completedAt = { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) };
    return this.database
      .model(enrolmentCollection)
      .aggregate<TopicHours>([
        { $match: { employeeId, state: 'COMPLETED', completedAt } },
        { $lookup: { from: 'training_courses', localField: 'courseId', foreignField: '_id', as: 'course' } },
        { $unwind: '$course' },
        ...byTopic('$course.topic', '$hours'),
      ])
      .exec();
  }
}

const byTopic = (topic: string, hours: string) => [
  { $group: { _id: topic, hours: { $sum: hours }, count: { $sum: 1 } } },
  { $sort: { _id: 1 as const } },
  { $project: { _id: 0, topic: '$_id', hours: 1, count: 1 } },
];

import { Injectable } from '@nestjs/common';
import { BusinessClock, quarterRange } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { comparedQuarters, trainingEffect } from '../../domain/effect/training-effect.js';
import type { PersonScores, TrainingEffect } from '../../domain/effect/training-effect.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import type { AppraisalScore } from '../../persistence/effect/appraisal-score.repository.js';
import { appraisalScoreCollection } from '../../persistence/effect/appraisal-score.schema.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';
import { toEntity } from '../to-entity.js';

export interface EffectRequest {
  readonly topic: string;
  /** In which the trainings were held. */
  readonly quarter: string;
  /** One of them; all of the topic when none is named. */
  readonly sessionId?: string | null;
}

/** Reads the effect of trainings from the closed quarters that hr announced [6.9]. */
@Injectable()
export class TrainingEffectQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async effect({ topic, quarter, sessionId }: EffectRequest): Promise<TrainingEffect> {
    const { before, after } = comparedQuarters(quarter);
    const { from, to } = quarterRange(quarter);
    const around = await this.held(topic, { from: quarterRange(before).from, to: quarterRange(after).to });
    const meant = around.filter(({ id, heldOn }) => (sessionId ? id === sessionId : heldOn >= from && heldOn <= to));
    const attendeeIds = new Set(meant.flatMap((session) => session.attendeeIds));
    const trainedElsewhere = new Set(around.flatMap((session) => session.attendeeIds));
    const least = await this.parameters.number('training.effect-least', this.clock.today());
    return trainingEffect({ quarter, attendeeIds, trainedElsewhere, least }, await this.scores(before, after));
  }

  private async held(topic: string, { from, to }: { from: string; to: string }): Promise<TrainingSession[]> {
    const states = ['HELD', 'EVALUATED', 'CLOSED'];
    const rows = await this.database
      .model(trainingSessionCollection)
      .find({ state: { $in: states }, heldOn: { $gte: from, $lte: to }, topic } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingSession>);
  }

  private async scores(before: string, after: string): Promise<PersonScores[]> {
    const later = new Map((await this.ofQuarter(after)).map(({ employeeId, score }) => [employeeId, score]));
    return (await this.ofQuarter(before)).flatMap(({ employeeId, level, score }) => {
      const then = later.get(employeeId);
      return then === undefined ? [] : [{ employeeId, level, before: score, after: then }];
    });
  }

  private async ofQuarter(quarter: string): Promise<AppraisalScore[]> {
    const rows = await this.database
      .model(appraisalScoreCollection)
      .find({ quarter } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalScore>);
  }
}

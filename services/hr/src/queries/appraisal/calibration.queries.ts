import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { calibrate } from '../../domain/appraisal/calibration.js';
import type { CalibratedScore, Calibration } from '../../domain/appraisal/calibration.js';
import { figuresFrom } from '../../domain/appraisal/indicator.js';
import { score } from '../../domain/appraisal/scheme.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import { cycleOf, scoreSheet } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { appraisalSchemeCollection, appraisalSheetCollection } from '../../persistence/appraisal/appraisal.schema.js';
import { AppraisalTallies } from '../../persistence/appraisal/tally.repository.js';

const BATCH = 200;

/** All scores of a quarter side by side, counted some sheets at a time. */
@Injectable()
export class CalibrationQueries {
  private readonly entityOf = <T>({ _id, ...rest }: Stored): T => ({ id: _id, ...rest }) as unknown as T;

  constructor(
    private readonly database: Database,
    private readonly tallies: AppraisalTallies,
  ) {}

  async of(quarter: string): Promise<Calibration> {
    const scores: CalibratedScore[] = [];
    for await (const some of this.scoresOf(quarter)) scores.push(...some);
    return calibrate(scores);
  }

  /** The sheets of a quarter in batches, each with its figures and score as they stand. */
  async *scoresOf(quarter: string): AsyncGenerator<CalibratedScore[]> {
    const schemes = new Map<string, AppraisalScheme>();
    const rows = this.database
      .model(appraisalSheetCollection)
      .collection.find({ quarter } as never, { sort: { _id: 1 }, batchSize: BATCH });
    let batch: AppraisalSheet[] = [];
    for await (const row of rows) {
      batch.push(this.entityOf<AppraisalSheet>(row as unknown as Stored));
      if (batch.length < BATCH) continue;
      yield await this.score(batch, schemes);
      batch = [];
    }
    if (batch.length > 0) yield await this.score(batch, schemes);
  }

  private async score(sheets: readonly AppraisalSheet[], schemes: Map<string, AppraisalScheme>): Promise<CalibratedScore[]> {
    const open = sheets.filter(({ figures }) => figures === null).map(({ employeeId }) => employeeId);
    const tallies = open.length > 0 ? await this.tallies.of(open, sheets[0]?.quarter ?? '') : new Map<string, never[]>();
    const scores: CalibratedScore[] = [];
    for (const sheet of sheets) {
      const scheme = await this.schemeOf(sheet, schemes);
      const figures = sheet.figures ?? figuresFrom(tallies.get(sheet.employeeId) ?? []);
      const { id: appraisalId, employeeId } = sheet;
      const total = sheet.total ?? scoreSheet(sheet, scheme, figures).total;
      scores.push({ appraisalId, employeeId, plain: score(scheme, figures).total, total, reviewedBy: cycleOf(sheet).review?.by ?? null });
    }
    return scores;
  }

  private async schemeOf({ schemeId }: AppraisalSheet, schemes: Map<string, AppraisalScheme>): Promise<AppraisalScheme> {
    const known = schemes.get(schemeId);
    if (known) return known;
    const row = await this.database.model(appraisalSchemeCollection).collection.findOne({ _id: schemeId } as never);
    const scheme = this.entityOf<AppraisalScheme>(row as unknown as Stored);
    schemes.set(schemeId, scheme);
    return scheme;
  }
}

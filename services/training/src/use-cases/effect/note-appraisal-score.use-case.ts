import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { AppraisalScores } from '../../persistence/effect/appraisal-score.repository.js';

/** Keeps the score of a person and a quarter with the roles he held when it was closed: what the effect of trainings is read from [6.9]. */
@Injectable()
export class NoteAppraisalScore {
  constructor(
    private readonly scores: AppraisalScores,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** A closed sheet never changes: the first word on a quarter stands. */
  async apply({ appraisalId, employeeId, quarter, score }: EventData<'hr.appraisal-closed.v1'>, tx: Tx): Promise<void> {
    if (await this.scores.ofQuarter(employeeId, quarter, tx)) return;
    const roles = (await this.directory.find(employeeId, tx))?.roles ?? [];
    await this.scores.insert({ id: appraisalId, version: 0, employeeId, quarter, score, level: [...roles].sort().join('+') }, tx);
  }
}

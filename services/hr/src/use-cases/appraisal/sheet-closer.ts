import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { fourPlaces } from '../../domain/appraisal/fraction.js';
import { figuresFrom } from '../../domain/appraisal/indicator.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import { closeSheet } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { AppraisalTallies } from '../../persistence/appraisal/tally.repository.js';

/** Closes sheets of one quarter: figures and score are frozen and announced. */
@Injectable()
export class SheetCloser {
  constructor(
    readonly sheets: AppraisalSheets,
    private readonly schemes: AppraisalSchemes,
    private readonly tallies: AppraisalTallies,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  async close(quarter: string, sheets: readonly AppraisalSheet[], tx: Tx): Promise<void> {
    const ids = sheets.map(({ employeeId }) => employeeId);
    const tallies = await this.tallies.of(ids, quarter, tx);
    const schemes = new Map<string, AppraisalScheme>();
    const closed: AppraisalSheet[] = [];
    for (const sheet of sheets) {
      const scheme = schemes.get(sheet.schemeId) ?? (await this.schemes.get(sheet.schemeId, tx));
      schemes.set(scheme.id, scheme);
      const figures = figuresFrom(tallies.get(sheet.employeeId) ?? []);
      closed.push(closeSheet(sheet, { scheme, figures, today: this.clock.today(), now: this.clock.now() }));
    }
    await this.sheets.saveClosed(closed, tx);
    await this.outbox.addMany(closed.map(told), tx);
  }
}

function told({ id, employeeId, quarter, total }: AppraisalSheet) {
  const score = total ?? 0;
  const facts = { appraisalId: id, employeeId, quarter, score: Math.round(score), exactScore: fourPlaces(score) };
  return event('hr.appraisal-closed.v1', id, facts);
}

import { Injectable } from '@nestjs/common';
import { BusinessClock, quarterOf, quartersAfter } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { SheetlessPeople } from '../../persistence/appraisal/sheetless-people.js';
import { AppraiseViolation } from './appraise-violation.use-case.js';
import { SheetOpener } from './sheet-opener.js';

const ACTOR = { kind: 'service', service: 'hr' } as const;

/** After the end of a quarter in Asia/Shanghai: a sheet for everybody who had a sales role on its last day [5.5]. */
@Injectable()
export class OpenQuarterSheets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opener: SheetOpener,
    private readonly violations: AppraiseViolation,
    private readonly people: SheetlessPeople,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were opened; nothing while no scheme counts in the quarter, or when its closing has begun. */
  async execute({ isStopping, onTrouble }: SweepWatch): Promise<number> {
    const quarter = this.quarter();
    if (!(await this.people.mayOpen(quarter))) return 0;
    let opened = 0;
    for await (const employeeId of this.people.of(quarter)) {
      if (isStopping()) break;
      await this.open(employeeId, quarter).then(
        () => (opened += 1),
        (error: unknown) => onTrouble(employeeId, error),
      );
    }
    return opened;
  }

  /** The quarter that ended last. */
  quarter(): string {
    return quartersAfter(quarterOf(this.clock.today()), -1);
  }

  private open(employeeId: string, quarter: string): Promise<void> {
    return this.work.run({ actor: ACTOR, operation: 'open-quarter-sheets' }, async (tx) => {
      await this.violations.oneAfterTheOther(employeeId, tx);
      if (await this.opener.sheets.ofPerson(employeeId, quarter, tx)) return;
      await this.violations.settle(await this.opener.open(employeeId, quarter, tx), tx);
    });
  }
}

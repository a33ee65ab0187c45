import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { HrConfig } from '../hr.config.js';
import { CarryClosingOn } from '../use-cases/appraisal/close-appraisal-quarter.use-case.js';
import { OpenQuarterSheets } from '../use-cases/appraisal/open-quarter-sheets.use-case.js';
import { CarryRebuildOn } from '../use-cases/indicator/rebuild-facts.use-case.js';

/** What is done twice conflicts, and is done once in effect. */
const LEASE_MS = 120_000;
/** Looks between two that ask again who lacks a sheet of a quarter whose sheets were opened. */
const REST = 100;

/** Opens the sheets of a quarter that has ended, closes those of one whose closing was begun, and makes facts again when that was asked for. */
@Injectable()
export class CarryAppraisalsOn extends SweepJob {
  private opened: { readonly quarter: string; rest: number } | null = null;

  constructor(
    leases: Leases,
    private readonly openSheets: OpenQuarterSheets,
    private readonly closing: CarryClosingOn,
    private readonly rebuild: CarryRebuildOn,
    @Inject(ServiceConfig) config: HrConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'appraisals', everyMs: config.APPRAISAL_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const sheets = await this.openDue(watch);
    if (sheets > 0) this.log.info({ sheets }, 'appraisal sheets were opened');
    await drain(watch, () => this.closing.execute());
    await drain(watch, () => this.rebuild.execute());
  }

  private async openDue(watch: SweepWatch): Promise<number> {
    const quarter = this.openSheets.quarter();
    if (this.opened?.quarter === quarter && this.opened.rest-- > 0) return 0;
    this.opened = { quarter, rest: REST };
    return this.openSheets.execute(watch);
  }
}

async function drain({ isStopping }: SweepWatch, step: () => Promise<boolean>): Promise<void> {
  while (!isStopping() && (await step()));
}

import { Injectable } from '@nestjs/common';
import { quarterRange, sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { checkFormula } from '../../domain/bonus/check-formula.js';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import type { BonusFormulaState } from '../../domain/bonus/formula.machine.js';
import type { BonusFormula } from '../../domain/bonus/formula.js';
import { levelsOf } from '../../domain/bonus/sheet-inputs.js';
import { simulateBonus } from '../../domain/bonus/simulate-bonus.js';
import type { SimulatedBonus } from '../../domain/bonus/simulate-bonus.js';
import { appraisalSheetCollection } from '../../persistence/appraisal/appraisal.schema.js';
import { bonusFormulaCollection } from '../../persistence/bonus/bonus.schema.js';
import { Placements } from '../../persistence/bonus/placement.repository.js';

export interface BonusSimulation {
  /** The formula that counts in the quarter, or null. */
  readonly inForceId: string | null;
  readonly people: number;
  readonly blocked: number;
  readonly oldTotalFen: Fen | null;
  readonly newTotalFen: Fen;
  readonly bonuses: Page<SimulatedBonus>;
}

interface Trial {
  readonly quarter: string;
  readonly draft: BonusFormula;
  readonly inForce: BonusFormula | null;
}

const BATCH = 500;

/** Bonus formulas, and what one would give for the closed sheets of a quarter: nothing is written down [5.6]. */
@Injectable()
export class BonusFormulaQueries {
  constructor(
    private readonly database: Database,
    private readonly placements: Placements,
  ) {}

  async byIds(ids: readonly string[]): Promise<BonusFormulaVersion[]> {
    const rows = await this.formulas()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<BonusFormulaVersion>);
  }

  list(state: BonusFormulaState | null, page: PageRequest): Promise<Page<BonusFormulaVersion>> {
    return pageOf(this.formulas(), page, { filter: state ? { state } : {}, map: toEntity<BonusFormulaVersion> });
  }

  /** Throws QUARTER_INVALID or everything that is wrong with the formula. */
  async simulate(draft: BonusFormula, quarter: string, page: PageRequest): Promise<BonusSimulation> {
    quarterRange(quarter);
    checkFormula(draft);
    const current = await this.inForce(quarter);
    const trial = { quarter, draft, inForce: current?.formula ?? null };
    return { inForceId: current?.id ?? null, ...(await this.totals(trial)), bonuses: await this.page(trial, page) };
  }

  private async totals(trial: Trial) {
    let [people, blocked, oldTotalFen, newTotalFen] = [0, 0, 0, 0];
    for (let after = ''; ;) {
      const sheets = await this.closed(trial.quarter, after);
      const bonuses = await this.tried(trial, sheets);
      people += bonuses.length;
      blocked += bonuses.filter((one) => one.blocked).length;
      oldTotalFen += sumFen(bonuses.map(({ oldFen }) => oldFen ?? 0));
      newTotalFen += sumFen(bonuses.map(({ newFen }) => newFen));
      const last = sheets.at(-1);
      if (!last || sheets.length < BATCH) return { people, blocked, oldTotalFen: trial.inForce && oldTotalFen, newTotalFen };
      after = last.id;
    }
  }

  private async page(trial: Trial, request: PageRequest): Promise<Page<SimulatedBonus>> {
    const filter = { quarter: trial.quarter, state: 'CLOSED' };
    const found = await pageOf(this.sheets(), request, { filter, map: toEntity<AppraisalSheet>, direction: 1 });
    const nodes = await this.tried(trial, found.nodes);
    const edges = nodes.map((node, no) => ({ cursor: found.edges[no]?.cursor ?? '', node }));
    return { edges, nodes, pageInfo: found.pageInfo, totalCount: Promise.resolve(found.totalCount) };
  }

  private async tried(trial: Trial, sheets: readonly AppraisalSheet[]): Promise<SimulatedBonus[]> {
    const { to } = quarterRange(trial.quarter);
    const placed = await this.placements.on(
      sheets.map(({ employeeId }) => employeeId),
      to,
    );
    return sheets.map((sheet) => {
      const placement = placed.get(sheet.employeeId);
      return simulateBonus(sheet, placement ? levelsOf(placement) : [], trial);
    });
  }

  private async inForce(quarter: string): Promise<BonusFormulaVersion | null> {
    const row = await this.formulas()
      .findOne({ state: 'PUBLISHED', fromQuarter: { $lte: quarter } } as never)
      .sort({ fromQuarter: -1 })
      .lean<Stored>()
      .exec();
    return row && toEntity<BonusFormulaVersion>(row);
  }

  private async closed(quarter: string, after: string): Promise<AppraisalSheet[]> {
    const rows = await this.sheets()
      .find({ quarter, state: 'CLOSED', _id: { $gt: after } } as never)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalSheet>);
  }

  private formulas() {
    return this.database.model(bonusFormulaCollection);
  }

  private sheets() {
    return this.database.model(appraisalSheetCollection);
  }
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}

import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { WarningLevel } from './warning.js';

// After the payout the business is watched (经营状况和财务状况变化): what it turns over, whom it employs, what lies in stock, what it owes, what the
// collateral is worth, each with what was known before. A figure that has become much worse is a warning sign by itself; nobody has to
// decide to see it.

export const BUSINESS_FIGURES = ['annualRevenueFen', 'staff', 'stockFen', 'debtFen', 'collateralFen'] as const;
export type BusinessFigure = (typeof BUSINESS_FIGURES)[number];
/** Null where nobody knows. */
export type BusinessFigures = Readonly<Record<BusinessFigure, number | null>>;

export const UNKNOWN_FIGURES: BusinessFigures = { annualRevenueFen: null, staff: null, stockFen: null, debtFen: null, collateralFen: null };

export interface WorsenedFigure {
  readonly figure: BusinessFigure;
  /** Of what it was before, in whole percent: how much it fell, or rose for a debt. */
  readonly percent: number;
}

export interface BusinessChange {
  readonly id: string;
  readonly version: number;
  readonly applicationId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly observedOn: LocalDate;
  readonly before: BusinessFigures;
  readonly after: BusinessFigures;
  readonly worsened: readonly WorsenedFigure[];
  readonly note: string | null;
  /** The warning that came of it. */
  readonly warningId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Shares from which a change for the worse is a warning sign: parameters business-change.*. */
export type ChangeLimits = Readonly<Record<BusinessFigure, number>>;

/** What is known now: what was said, over what was known before. Throws BUSINESS_CHANGE_EMPTY or BUSINESS_FIGURE_INVALID. */
export function figuresNow(before: BusinessFigures, said: Partial<BusinessFigures>): BusinessFigures {
  const given = BUSINESS_FIGURES.filter((figure) => said[figure] !== undefined && said[figure] !== null);
  if (given.length === 0) throw new DomainError('BUSINESS_CHANGE_EMPTY');
  const wrong = given.find((figure) => !(Number.isSafeInteger(said[figure]) && Number(said[figure]) >= 0));
  if (wrong) throw new DomainError('BUSINESS_FIGURE_INVALID', { figure: wrong }, wrong);
  return { ...before, ...Object.fromEntries(given.map((figure) => [figure, said[figure]])) };
}

/** Figures that have become worse by at least their limit. A debt where there was none is worse whatever the share. */
export function worsenedFigures(before: BusinessFigures, after: BusinessFigures, limits: ChangeLimits): readonly WorsenedFigure[] {
  return BUSINESS_FIGURES.flatMap((figure) => {
    const [was, is] = [before[figure], after[figure]];
    if (was === null || is === null) return [];
    const worse = figure === 'debtFen' ? is - was : was - is;
    if (worse <= 0) return [];
    if (was === 0) return [{ figure, percent: 100 }];
    return worse / was >= limits[figure] ? [{ figure, percent: Math.round((worse * 100) / was) }] : [];
  });
}

const NAMES: Readonly<Record<BusinessFigure, string>> = {
  annualRevenueFen: '营业收入下降',
  staff: '员工人数减少',
  stockFen: '存货减少',
  debtFen: '负债上升',
  collateralFen: '担保物价值下降',
};

/** The warning that a change gives by itself, or null: one figure is a medium sign, several together are a high one [4.22, 4.23]. */
export function changeWarning(worsened: readonly WorsenedFigure[]): { readonly level: WarningLevel; readonly text: string } | null {
  if (worsened.length === 0) return null;
  const words = worsened.map(({ figure, percent }) => `${NAMES[figure]} ${percent}%`).join('，');
  return { level: worsened.length > 1 ? 'HIGH' : 'MEDIUM', text: `贷后经营恶化：${words}` };
}

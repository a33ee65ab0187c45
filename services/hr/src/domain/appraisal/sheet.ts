import { DomainError, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { AppraisalFact, Figures } from './indicator.js';
import { score } from './scheme.js';
import type { AppraisalScheme, LineScore } from './scheme.js';

/**
 * One sheet per person and natural quarter [5.5]. While open, its figures follow the facts; closed, they never change:
 * later facts count in the quarter in which they are known.
 */
export interface AppraisalSheet {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly quarter: string;
  readonly schemeId: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Frozen at closing. */
  readonly figures: Figures | null;
  readonly total: number | null;
  readonly lines: readonly LineScore[];
}

export function openSheet(facts: Pick<AppraisalSheet, 'id' | 'employeeId' | 'quarter' | 'schemeId' | 'openedOn'>): AppraisalSheet {
  if (quarterRange(facts.quarter).from > facts.openedOn) throw new DomainError('QUARTER_NOT_BEGUN', { quarter: facts.quarter }, 'quarter');
  return { ...facts, version: 0, state: 'OPEN', closedOn: null, figures: null, total: null, lines: [] };
}

/** True for a violation that counts on this sheet: it is open, and the fact is of its person and quarter. */
export function isReflected(sheet: AppraisalSheet, fact: Pick<AppraisalFact, 'kind' | 'employeeId' | 'quarter'>): boolean {
  return sheet.state === 'OPEN' && fact.kind === 'VIOLATION' && fact.employeeId === sheet.employeeId && fact.quarter === sheet.quarter;
}

/** Closes after the quarter's last day in Asia/Shanghai, with the figures as they stand. */
export function closeSheet(sheet: AppraisalSheet, of: { scheme: AppraisalScheme; figures: Figures; today: LocalDate }): AppraisalSheet {
  if (sheet.state !== 'OPEN')
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'appraisal', state: sheet.state, event: 'close', allowed: [] });
  const { to } = quarterRange(sheet.quarter);
  if (of.today <= to) throw new DomainError('QUARTER_NOT_ENDED', { quarter: sheet.quarter, lastDay: to });
  return { ...sheet, state: 'CLOSED', closedOn: of.today, figures: of.figures, ...score(of.scheme, of.figures) };
}

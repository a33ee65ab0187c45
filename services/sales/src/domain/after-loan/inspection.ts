import { addDays, addMonths, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

// After the payout (贷后检查): the first inspection looks whether the money was used as agreed, soon after it went out; then inspections
// follow at an interval that depends on the risk rating, and a short loan is looked at at least once before it ends.

export const INSPECTION_VERDICTS = ['AS_AGREED', 'MISUSE', 'UNCLEAR'] as const;
export type InspectionVerdict = (typeof INSPECTION_VERDICTS)[number];
export const INSPECTION_KINDS = ['FIRST_USE', 'PERIODIC', 'FOLLOW_UP'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export interface InspectionResult {
  readonly verdict: InspectionVerdict;
  readonly fileId: string;
  readonly sha256: string;
  readonly finding: string;
  readonly by: string;
  readonly on: LocalDate;
  readonly at: Date;
}

export interface Inspection {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly dueOn: LocalDate;
  readonly done: InspectionResult | null;
}

/** The care of one loan: its plan of inspections. */
export interface LoanCare {
  readonly loanId: string;
  readonly contractId: string;
  readonly disbursedOn: LocalDate;
  readonly maturesOn: LocalDate;
  readonly inspections: readonly Inspection[];
}

export interface InspectionPlan {
  readonly disbursedOn: LocalDate;
  readonly termMonths: number;
  /** Parameter inspection.first-within. */
  readonly firstWithinDays: number;
  /** By rating and grade. */
  readonly intervalDays: number;
}

/** What the rating of the application and the grade of the customer say about the interval. */
export interface InspectionPace {
  readonly rating: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Parameter inspection.interval-low or -high, by rating. */
  readonly baseDays: number;
  /** Parameter inspection.factor-a, -b or -c, by grade; 1 without a grade. */
  readonly factor: number;
}

/** Days between inspections: a good customer is looked at less often, a risky loan never less often than its risk asks for [4.20]. */
export function inspectionInterval({ rating, baseDays, factor }: InspectionPace): number {
  const applied = rating === 'HIGH' ? Math.min(factor, 1) : factor;
  return Math.max(1, Math.round(baseDays * applied));
}

/** Due dates from the payout to the maturity; the first one is the use check [4.20, 4.21]. */
export function planInspections(plan: InspectionPlan): readonly Pick<Inspection, 'kind' | 'dueOn'>[] {
  const maturesOn = addMonths(plan.disbursedOn, plan.termMonths);
  const first = addDays(plan.disbursedOn, plan.firstWithinDays);
  const planned: Pick<Inspection, 'kind' | 'dueOn'>[] = [{ kind: 'FIRST_USE', dueOn: first < maturesOn ? first : maturesOn }];
  for (let dueOn = addDays(plan.disbursedOn, plan.intervalDays); dueOn < maturesOn; dueOn = addDays(dueOn, plan.intervalDays)) {
    if (dueOn > first) planned.push({ kind: 'PERIODIC', dueOn });
  }
  return planned;
}

/** The loan has ended, or its payment was taken back: what was found stays written, nothing more is looked at. */
export function endCare(care: LoanCare): LoanCare {
  return { ...care, inspections: care.inspections.filter((inspection) => inspection.done !== null) };
}

/** The loan is owed again: what of its plan lies ahead is to be done, and whether the money was used as agreed if nobody looked. */
export function resumeCare(care: LoanCare, planned: readonly Inspection[], today: LocalDate): LoanCare {
  const done = care.inspections.filter((inspection) => inspection.done !== null);
  const wasUseChecked = done.some(({ kind }) => kind === 'FIRST_USE');
  const open = planned.filter(({ kind, dueOn }) => (kind === 'FIRST_USE' ? !wasUseChecked : dueOn > today));
  return { ...care, inspections: [...done, ...open].sort(byDay) };
}

/** The inspection meant: the one named, or the earliest that is not done. Throws NOT_DISBURSED or INSPECTION_UNKNOWN. */
export function dueInspection(care: LoanCare | null, inspectionId: string | null): Inspection {
  if (!care) throw new DomainError('NOT_DISBURSED');
  const open = care.inspections.filter((inspection) => inspection.done === null);
  const found = inspectionId
    ? open.find((inspection) => inspection.id === inspectionId)
    : open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (!found) throw new DomainError('INSPECTION_UNKNOWN', { inspectionId: inspectionId ?? '-' }, 'inspectionId');
  return found;
}

/** Records the result; what stays unclear is looked at again, as soon as a risky loan would be. */
export function inspect(
  care: LoanCare,
  inspectionId: string,
  result: InspectionResult,
  followUp: { id: string; dueOn: LocalDate },
): LoanCare {
  const inspections = care.inspections.map((one) => (one.id === inspectionId ? { ...one, done: result } : one));
  const again: Inspection[] =
    result.verdict === 'UNCLEAR' ? [{ id: followUp.id, kind: 'FOLLOW_UP', dueOn: followUp.dueOn, done: null }] : [];
  return { ...care, inspections: [...inspections, ...again].sort(byDay) };
}

function byDay(a: Inspection, b: Inspection): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;
}

import type { LocalDate } from '@weilend/kernel';

// The number by which people speak of a contract (合同编号): WD, the year of the draft, and a count that begins anew each year. Two contracts never have
// the same; a number that was taken and not used is missing, and nobody minds.

const FORM = /^WD[- ]?(\d{4})[- ]?(\d{1,9})$/i;
const DIGITS = 6;

export function contractNumber(year: string, no: number): string {
  return `WD-${year}-${String(no).padStart(DIGITS, '0')}`;
}

export function yearOf(on: LocalDate): string {
  return on.slice(0, 4);
}

/** The number that a text means, however it is written: `wd 2026 123` is `WD-2026-000123`; null for any other text. */
export function meantNumber(text: string): string | null {
  const [, year, no] = FORM.exec(text.trim()) ?? [];
  return year === undefined || no === undefined ? null : contractNumber(year, Number(no));
}

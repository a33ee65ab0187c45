import type { LocalDate } from '@weilend/kernel';

// What customers think of us (客户满意度), mark by mark: from a return visit, from a survey, or when a complaint is closed. Whether a customer
// grows more content is read from his last marks against those before.

export const MARK_SOURCES = ['VISIT', 'SURVEY', 'FEEDBACK'] as const;
export type MarkSource = (typeof MARK_SOURCES)[number];

export interface SatisfactionMark {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  /** Whose customer he was on that day. */
  readonly salespersonId: string;
  readonly source: MarkSource;
  /** The visit, the answer or the closing that the mark belongs to: each gives one. */
  readonly sourceId: string;
  /** 1 to 5. */
  readonly score: number;
  readonly recordedOn: LocalDate;
}

export const TRENDS = ['RISING', 'STEADY', 'FALLING'] as const;
export type Trend = (typeof TRENDS)[number];

export interface SatisfactionTrend {
  /** Of all marks; null without one. */
  readonly average: number | null;
  readonly marks: number;
  readonly last: number | null;
  /** The last three against all before; null with fewer than two marks. */
  readonly trend: Trend | null;
}

const RECENT = 3;
/** Less than half a mark is no movement. */
const MOVEMENT = 0.5;

/** The trend of a customer's marks, newest first. */
export function satisfactionTrend(marks: readonly Pick<SatisfactionMark, 'score'>[]): SatisfactionTrend {
  const scores = marks.map(({ score }) => score);
  const average = mean(scores);
  const recent = Math.min(RECENT, Math.ceil(scores.length / 2));
  const [now, before] = [mean(scores.slice(0, recent)), mean(scores.slice(recent))];
  const moved = now === null || before === null ? null : now - before;
  const trend = moved === null ? null : moved >= MOVEMENT ? 'RISING' : moved <= -MOVEMENT ? 'FALLING' : 'STEADY';
  return { average, marks: scores.length, last: scores[0] ?? null, trend };
}

/** Null of nothing: no average is not an average of zero. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

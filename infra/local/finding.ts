// One answer of the doctor.

export interface Finding {
  /** What was looked at: `disk`, `Redis eviction`. */
  readonly check: string;
  /** What was found. */
  readonly detail: string;
  /** What to do; absent when all is well. */
  readonly mend?: string;
}

/** All well when the condition holds, otherwise with the mend. */
export function judge(check: string, well: boolean, detail: string, mend: string): Finding {
  return well ? { check, detail } : { check, detail, mend };
}

// A sales area (销售片区) is a county or district with the salespeople who cover it; the manager keeps the table, and leads from there are
// given to one of them.

export interface SalesArea {
  readonly id: string;
  readonly version: number;
  /** Code of GB/T 2260. */
  readonly district: string;
  readonly name: string;
  readonly salespersonIds: readonly string[];
}

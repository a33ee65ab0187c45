// What the checks judge: rows as they lie in the databases of the departments, and nothing of the product's own reading of them.

export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface DeliveryFact {
  readonly _id: string;
  readonly destination: string;
  readonly status: string;
  readonly envelope: Envelope;
}

export interface InboxFact {
  readonly _id: string;
  readonly lane: string;
  readonly sequence: number;
  readonly state: string;
}

export interface AuditFact {
  readonly _id: string;
  readonly operation: string;
  readonly requestKey: string | null;
  readonly causationId: string | null;
  readonly outcome: string;
}

/** What every department has. */
export interface DepartmentFacts {
  readonly name: string;
  readonly outbox: readonly DeliveryFact[];
  readonly inbox: readonly InboxFact[];
  readonly lanes: readonly { readonly _id: string; readonly applied: number }[];
  readonly requestKeys: readonly { readonly _id: string }[];
  readonly audit: readonly AuditFact[];
}

export interface ContractFact {
  readonly _id: string;
  readonly applicationId: string;
  readonly state: string;
}

export interface OrderFact {
  readonly _id: string;
  readonly contractId: string;
  readonly applicationId: string;
  readonly state: string;
  readonly makerId: string | null;
  readonly checkerId: string | null;
  readonly loanId: string | null;
  readonly terms: { readonly amountFen: number };
  readonly participants: readonly { readonly role: string; readonly employeeId: string }[];
}

export interface JournalFact {
  readonly _id: string;
  readonly idemKey: string;
  readonly kind: string;
  readonly stream: string;
  readonly no: number;
  readonly prevHash: string | null;
  readonly hash: string;
  readonly lines: readonly { readonly account: string; readonly debitFen: number; readonly creditFen: number }[];
}

export interface LoanFact {
  readonly _id: string;
  readonly contractId: string;
  readonly customerId: string;
  readonly principalFen: number;
  readonly outstandingFen: number;
  readonly chain: { readonly no: number; readonly hash: string | null };
}

export interface BoardFact {
  readonly _id: string;
  readonly state: string;
  readonly openedAt: Date | null;
  readonly dueAt: Date | null;
  readonly levels: readonly {
    readonly level: number;
    readonly at: Date;
    readonly firedAt: Date | null;
    readonly withdrawnAt: Date | null;
  }[];
  readonly closing: { readonly at: Date } | null;
  readonly pauses: readonly unknown[];
}

export interface LoggedFact {
  readonly _id: string;
  readonly cursor: number | null;
  readonly placed: boolean;
  readonly receivedAt: Date;
  readonly envelope: Envelope;
}

export interface MoneyFacts {
  readonly contracts: readonly ContractFact[];
  readonly decisions: readonly { readonly applicationId: string; readonly result: string }[];
  readonly orders: readonly OrderFact[];
  readonly bank: readonly { readonly _id: string; readonly amountFen: number; readonly paid: boolean }[];
  readonly journal: readonly JournalFact[];
  readonly loans: readonly LoanFact[];
  readonly exposures: readonly {
    readonly _id: string;
    readonly outstandingFen: number;
    readonly reservedFen: number;
    readonly loans: number;
  }[];
  readonly repayments: readonly {
    readonly _id: string;
    readonly loanId: string;
    readonly channel: string;
    readonly channelTransactionId: string;
  }[];
}

export interface CoordinationFacts {
  readonly board: readonly BoardFact[];
  readonly log: readonly LoggedFact[];
  readonly runningAdvances: number;
  /** Business time at the end. */
  readonly now: Date;
}

export interface Facts {
  readonly departments: readonly DepartmentFacts[];
  readonly money: MoneyFacts;
  readonly coordination: CoordinationFacts;
  /** `applied` of every lane in the order in which it was written. */
  readonly laneSteps: readonly { readonly department: string; readonly lane: string; readonly applied: number }[];
}

/** What a check found: how much it looked at, and every violation in words. */
export interface Verdict {
  readonly checked: number;
  readonly problems: readonly string[];
}

export const producerOf = (envelope: Envelope): string => envelope.source.replace('weilend/', '');

/** Groups that have more than one member. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(items, keyOf)].filter(([, group]) => group.length > 1);
}

/**
 * What the security log (安全日志) keeps: what happened to accounts and keys, to whom, by whom and when; never a password, a token or where somebody was.
 * It is written in the transaction of what it tells, and never changed [1.3].
 */
export interface SecurityEvent {
  readonly id: string;
  readonly version: number;
  readonly kind: SecurityEventKind;
  /** Whose account; null for the keys of the company. */
  readonly employeeId: string | null;
  readonly signInId: string | null;
  /** `employee:emp_…`, `service:hr` or `anonymous`. */
  readonly by: string;
  readonly at: Date;
}

export const SECURITY_EVENT_KINDS = [
  'ACCOUNT_LOCKED',
  'REFRESH_TOKEN_REUSED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'SIGN_IN_ENDED',
  'SIGNING_KEY_ROTATED',
  'SIGNING_KEY_WITHDRAWN',
  'POWER_GIVEN',
  'POWER_CONFIRMED',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

const ALARMING: readonly SecurityEventKind[] = ['ACCOUNT_LOCKED', 'REFRESH_TOKEN_REUSED', 'PASSWORD_RESET', 'POWER_GIVEN'];

/** Whoever reads the list has to look at these: somebody may be trying, or take another's account or power for himself. */
export function isAlarming(kind: SecurityEventKind): boolean {
  return ALARMING.includes(kind);
}

import type { Permission, Role } from '../roles.js';
import { EVERYONE } from '../roles.js';

/** Who leads a department and who coordinates between them. */
const MANAGERS: readonly Role[] = [
  'sales-manager',
  'risk-manager',
  'committee-chair',
  'finance-manager',
  'hr-manager',
  'compliance-officer',
  'coordinator',
];
/** Everybody who does the company's work: not who administers the system, not who audits it. */
const WORKING: readonly Role[] = [
  ...MANAGERS,
  'salesperson',
  'investigator',
  'committee-member',
  'committee-secretary',
  'finance-officer',
  'trainer',
];
const MINUTE_TAKERS: readonly Role[] = [...MANAGERS, 'committee-secretary'];
const OVERSEERS: readonly Role[] = [...MANAGERS, 'auditor', 'administrator'];

/** Who may do and see what in coordination: permission -> roles. Named `coordination.<verb-noun>` for acts, `coordination.read-<noun>` for reading. */
export const coordinationPermissions = {
  'coordination.read-handoff': { roles: EVERYONE },
  /** The whole board; without it a person sees what his own department gave or received. */
  'coordination.read-every-handoff': { roles: OVERSEERS },
  'coordination.read-handoff-statistics': { roles: OVERSEERS },
  'coordination.accept-handoff': { roles: WORKING },
  'coordination.assign-handoff': { roles: [...MANAGERS, 'trainer', 'committee-secretary'] },
  'coordination.pause-handoff': { roles: WORKING },
  'coordination.resume-handoff': { roles: WORKING },
  'coordination.read-meeting': { roles: EVERYONE },
  'coordination.convene-meeting': { roles: MANAGERS },
  'coordination.record-attendance': { roles: MINUTE_TAKERS },
  'coordination.record-minutes': { roles: MINUTE_TAKERS },
  'coordination.settle-resolution': { roles: WORKING },
  'coordination.close-meeting': { roles: MANAGERS },
  'coordination.cancel-meeting': { roles: MANAGERS },
  'coordination.request-collaboration': { roles: WORKING },
  'coordination.answer-collaboration': { roles: WORKING },
  'coordination.read-event': { roles: EVERYONE },
  /** Every type of message; without it a person sees the types that concern his department. */
  'coordination.read-every-event': { roles: ['compliance-officer', 'coordinator', 'auditor', 'administrator'] },
  'coordination.read-clock': { roles: EVERYONE },
  'coordination.advance-clock': { roles: ['coordinator', 'administrator'] },
  'coordination.read-stuck-delivery': { roles: ['coordinator', 'administrator', 'auditor', 'finance-manager'] },
  'coordination.retry-delivery': { roles: ['coordinator', 'administrator'] },
  /** Of finance's messages two of them give one up. */
  'coordination.discard-delivery': { roles: ['coordinator', 'administrator', 'finance-manager'] },
  'coordination.read-dashboard': { roles: OVERSEERS },
} as const satisfies Record<`coordination.${string}`, Permission>;

import { rowScope } from '@weilend/auth';
import type { Role } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';

/** Who supervises, decides or audits, and so sees every investigation. Everybody else sees the own ones. */
const WIDE: readonly Role[] = [
  'risk-manager',
  'sales-manager',
  'committee-chair',
  'committee-member',
  'committee-secretary',
  'finance-manager',
  'compliance-officer',
  'coordinator',
  'auditor',
];

type Filter = Record<string, unknown>;

/** Investigations and reports: of the two investigators and of the salesperson whose application it is. */
export function investigationScope(actor: Actor): Filter {
  const scope = rowScope(actor, WIDE);
  return scope.kind === 'all' ? {} : { $or: [{ investigatorIds: scope.employeeId }, { salespersonId: scope.employeeId }] };
}

/** Alerts: investigators see all, other people those that they reported, track or have to act on. */
export function alertScope(actor: Actor): Filter {
  const scope = rowScope(actor, [...WIDE, 'investigator']);
  if (scope.kind === 'all') return {};
  return ownAlerts(scope.employeeId);
}

/** Alerts that somebody reported, tracks or has to act on. */
export function ownAlerts(employeeId: string): Filter {
  return { $or: [{ raisedBy: `employee:${employeeId}` }, { trackerId: employeeId }, { 'measures.ownerId': employeeId }] };
}

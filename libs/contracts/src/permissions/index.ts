import type { Permission, Role } from '../roles.js';
import { approvalPermissions } from './approval.permissions.js';
import { compliancePermissions } from './compliance.permissions.js';
import { coordinationPermissions } from './coordination.permissions.js';
import { financePermissions } from './finance.permissions.js';
import { hrPermissions } from './hr.permissions.js';
import { riskPermissions } from './risk.permissions.js';
import { salesPermissions } from './sales.permissions.js';
import { trainingPermissions } from './training.permissions.js';

/** The whole permission table; what is not listed is refused to everybody. */
export const permissions = {
  ...salesPermissions,
  ...riskPermissions,
  ...approvalPermissions,
  ...financePermissions,
  ...trainingPermissions,
  ...hrPermissions,
  ...coordinationPermissions,
  ...compliancePermissions,
} as const;

export type PermissionName = keyof typeof permissions;

const table: ReadonlyMap<string, Permission> = new Map(Object.entries(permissions));

/** True when the permission exists. */
export function isPermission(name: string): name is PermissionName {
  return table.has(name);
}

/** True when one of `roles` holds the permission; an unknown name is held by nobody. */
export function holds(roles: readonly string[], name: string): boolean {
  const permission = table.get(name);
  return permission === 'public' || Boolean(permission?.roles.some((role: Role) => roles.includes(role)));
}

/** True when the permission needs no token. */
export function isPublic(name: string): boolean {
  return table.get(name) === 'public';
}

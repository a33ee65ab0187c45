/** Roles of the company. A person may hold several; the access token names them. */
export const ROLES = [
  'administrator',
  'sales-manager',
  'salesperson',
  'risk-manager',
  'investigator',
  'committee-chair',
  'committee-member',
  'committee-secretary',
  'finance-manager',
  'finance-officer',
  'hr-manager',
  'trainer',
  'compliance-officer',
  'coordinator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Every role: for what each signed-in person may do or see. */
export const EVERYONE: readonly Role[] = ROLES;

/** `public` may be called without a token. */
export type Permission = { readonly roles: readonly Role[] } | 'public';

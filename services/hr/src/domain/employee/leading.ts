/**
 * Who leads all of sales (销售条线主管): the sales manager, and hr who stands in for him where he may not decide or there is none. Who sees everybody's sheets,
 * facts and careers are these and the auditor; a person who leads some people sees those besides his own [2.1, 2.4].
 */
export const LEADS_SALES = ['hr-manager', 'sales-manager'] as const;
export const SEES_SALES = [...LEADS_SALES, 'auditor'] as const;

export const leadsSales = (roles: readonly string[]): boolean => roles.some((role) => (LEADS_SALES as readonly string[]).includes(role));

import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Customer } from './customer-file.js';

// The portfolio of a salesperson (客户组合) is the customers he owns. When he leaves, the manager gives them to colleagues, all at once or a
// few to each; nobody is left without somebody who looks after him, and who had him since when stays readable.

/** The customer with another owner. */
export function handOver(customer: Customer, to: { ownerId: string; since: LocalDate; reason: string }): Customer {
  return { ...customer, ownerId: to.ownerId, owners: [...customer.owners, to] };
}

/** Ids of the customers that are meant: those named, or all. Throws PORTFOLIO_EMPTY, or CUSTOMER_NOT_IN_PORTFOLIO for one of somebody else. */
export function chosenFrom(portfolio: readonly string[], named: readonly string[] | null): readonly string[] {
  const owned = new Set(portfolio);
  const foreign = named?.find((id) => !owned.has(id));
  if (foreign) throw new DomainError('CUSTOMER_NOT_IN_PORTFOLIO', { customerId: foreign }, 'customerIds');
  const wanted = named && new Set(named);
  const chosen = wanted ? portfolio.filter((id) => wanted.has(id)) : portfolio;
  if (chosen.length === 0) throw new DomainError('PORTFOLIO_EMPTY', {}, 'customerIds');
  return chosen;
}

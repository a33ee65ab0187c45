import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Customer } from './customer-file.js';

// The portfolio of a salesperson (客户组合) is the customers he owns. When he leaves, the manager gives them to colleagues, all at once or a
// few to each; nobody is left without somebody who looks after him, and who had him since when stays readable.

/** The customer with another owner. */
export function handOver(customer: Customer, to: { ownerId: string; since: LocalDate; reason: string }): Customer {
  return { ...customer, ownerId: to.ownerId, owners: [...customer.owners, to] };
}

/** Customers that are meant: those named, or all. Throws PORTFOLIO_EMPTY, or CUSTOMER_NOT_IN_PORTFOLIO for one of somebody else. */
export function chosenFrom<T extends Pick<Customer, 'id'>>(portfolio: readonly T[], named: readonly string[] | null): readonly T[] {
  const foreign = named?.find((id) => !portfolio.some((customer) => customer.id === id));
  if (foreign) throw new DomainError('CUSTOMER_NOT_IN_PORTFOLIO', { customerId: foreign }, 'customerIds');
  const chosen = named ? portfolio.filter((customer) => named.includes(customer.id)) : portfolio;
  if (chosen.length === 0) throw new DomainError('PORTFOLIO_EMPTY', {}, 'customerIds');
  return chosen;
}

import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { checkIdentity } from '../customer/customer.js';
import type { CustomerKind, Identity } from '../customer/customer.js';
import type { Profile } from '../customer/profile.js';
import { oneOfWords, requiredText, text } from './cell-values.js';
import type { Words } from './cell-values.js';
import { readProfile } from './profile-cells.js';
import type { NamedRow } from './row-problem.js';

// A row of a file of customers (客户导入行): an identity that has to add up exactly as when a file is opened by hand, and what is known of
// income, business and needs. Cells that are left empty are simply not known yet.

const KINDS: Words<CustomerKind> = {
  INDIVIDUAL: ['个人', '自然人'],
  SELF_EMPLOYED: ['个体工商户', '个体户'],
  MICRO_ENTERPRISE: ['小微企业', '企业', '微型企业'],
};
export interface CustomerClaim {
  readonly identity: Identity;
  readonly profile: Profile;
  readonly salesperson: string | null;
}

/** What the cells say; throws every refusal at once, each at its column [3.5, 3.6, 3.8]. */
export function readCustomerRow({ cells }: NamedRow, today: LocalDate): CustomerClaim {
  const refusals = new Refusals();
  const identity = refusals.try(() => readIdentity(cells, today));
  const profile = refusals.try(() => readProfile(cells));
  const salesperson = refusals.try(() => text(cells['salesperson'], 'salesperson'));
  refusals.done();
  return { identity, profile, salesperson } as CustomerClaim;
}

type Cells = NamedRow['cells'];

function readIdentity(cells: Cells, today: LocalDate): Identity {
  const refusals = new Refusals();
  const needed = (column: string): string => refusals.try(() => requiredText(cells[column], { kind: 'CUSTOMERS', column })) ?? '';
  const type = refusals.try(() => oneOfWords(needed('type') || null, KINDS, 'type'));
  const [name, residentId, phone, address] = [needed('name'), needed('residentId'), needed('phone'), needed('address')];
  const [creditCode, representativeName] = [cells['creditCode'] || null, cells['representativeName'] || null];
  // What is not there, or of no known kind, would only be refused a second time.
  refusals.done();
  return checkIdentity({ type: type ?? 'INDIVIDUAL', name, residentId, creditCode, representativeName, phone, address }, today);
}

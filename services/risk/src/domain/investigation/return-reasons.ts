import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';

// What sales must bring before an application can be investigated again: each reason is something a salesperson can ask the customer for.

const MOST_REASONS = 20;

/** The reasons in full; throws RETURN_REASONS_MISSING or a text refusal [4.7]. */
export function returnReasons(reasons: readonly string[]): string[] {
  if (reasons.length === 0 || reasons.length > MOST_REASONS) throw new DomainError('RETURN_REASONS_MISSING', {}, 'reasons');
  return reasons.map((reason) => writtenText(reason, 'reasons', 4));
}

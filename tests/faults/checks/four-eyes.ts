// I9: nobody releases the payment he made, and nobody who sold, judged or voted has money in hand.
import type { OrderFact, Verdict } from './facts.ts';

const MONEY = new Set(['PAYMENT_MAKER', 'PAYMENT_CHECKER']);

export function fourEyes(orders: readonly OrderFact[]): Verdict {
  const made = orders.filter(({ makerId }) => makerId !== null);
  return {
    checked: made.length,
    problems: made.flatMap(({ _id, makerId, checkerId, participants }) => {
      const hands = participants.filter(({ role }) => MONEY.has(role)).map(({ employeeId }) => employeeId);
      const judges = new Set(participants.filter(({ role }) => !MONEY.has(role)).map(({ employeeId }) => employeeId));
      return [
        ...(makerId === checkerId ? [`${_id} was made and released by ${makerId}`] : []),
        ...hands.filter((id) => judges.has(id)).map((id) => `${id} had a part in ${_id} before the payment`),
      ];
    }),
  };
}

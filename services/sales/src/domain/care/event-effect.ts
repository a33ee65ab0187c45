import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { EventInvitation } from './customer-event.js';

// What an event brought (活动效果): how many of those who came asked, applied and borrowed in the time after it, beside those who were invited
// and did not come. The two groups chose themselves, so the numbers are shown with the size of the groups and prove nothing alone.

/** Something a customer did after the event. */
export interface CustomerStep {
  readonly customerId: string;
  readonly kind: 'ENQUIRY' | 'APPLICATION' | 'LOAN';
  readonly on: LocalDate;
  /** Of a loan. */
  readonly amountFen: number;
}

export interface GroupEffect {
  readonly customers: number;
  readonly enquiries: number;
  readonly applications: number;
  readonly loans: number;
  readonly loanAmountFen: number;
  /** Customers with a loan, of the group; null when it is empty. */
  readonly shareWithLoan: number | null;
}

export interface EventEffect {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** False while the time after the event still runs. */
  readonly complete: boolean;
  readonly attended: GroupEffect;
  readonly absent: GroupEffect;
}

/** `withinDays` is the parameter customer-event.effect-within; the day after the event is the first that counts. */
export function eventEffect(
  invitations: readonly Pick<EventInvitation, 'customerId' | 'attended'>[],
  steps: readonly CustomerStep[],
  of: { heldOn: LocalDate; withinDays: number; today: LocalDate },
): EventEffect {
  const from = addDays(of.heldOn, 1);
  const to = addDays(of.heldOn, of.withinDays);
  const counted = steps.filter(({ on }) => from <= on && on <= to);
  const group = (attended: boolean): GroupEffect => {
    const ids = new Set(invitations.filter((one) => (one.attended ?? false) === attended).map(({ customerId }) => customerId));
    const own = counted.filter(({ customerId }) => ids.has(customerId));
    const number = (kind: CustomerStep['kind']): number => own.filter((step) => step.kind === kind).length;
    const borrowers = new Set(own.filter(({ kind }) => kind === 'LOAN').map(({ customerId }) => customerId));
    return {
      ...{ customers: ids.size, enquiries: number('ENQUIRY'), applications: number('APPLICATION'), loans: number('LOAN') },
      loanAmountFen: own.reduce((sum, { amountFen }) => sum + amountFen, 0),
      shareWithLoan: ids.size === 0 ? null : borrowers.size / ids.size,
    };
  };
  return { from, to, complete: of.today > to, attended: group(true), absent: group(false) };
}

import type { DenyList, SigningKeys } from '@weilend/auth';
import { DEPARTMENTS, DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { AnyConsumer, EventMessage, Handoffs, StuckDeliveries } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import type { EmployeeDirectory } from './employee-directory.js';
import type { Parameters } from './parameters.js';
import type { ServiceClock } from './business-clock.js';

export interface PlatformProjections {
  readonly keys: SigningKeys;
  readonly denied: DenyList;
  readonly directory: EmployeeDirectory;
  readonly parameters: Parameters;
  readonly clock: ServiceClock;
  readonly handoffs: Handoffs;
  readonly stuck: StuckDeliveries;
  readonly department: Department;
}

/** What every service keeps of the others: keys, people, parameters, the clock, and the fate of the work it gave. */
export function platformConsumers(of: PlatformProjections): AnyConsumer[] {
  return [
    {
      type: 'hr.signing-keys-published.v1',
      handle: ({ data }: EventMessage<'hr.signing-keys-published.v1'>, tx: Tx) => of.keys.replace(data.keys, tx),
    },
    {
      type: 'hr.employee-changed.v1',
      handle: ({ data }: EventMessage<'hr.employee-changed.v1'>, tx: Tx) => of.directory.apply(data, tx),
    },
    {
      type: 'hr.employee-deactivated.v1',
      async handle({ data }: EventMessage<'hr.employee-deactivated.v1'>, tx: Tx) {
        await of.denied.add(data.employeeId, new Date(data.deactivatedAt), tx);
        await of.directory.deactivate(data.employeeId, tx);
      },
    },
    {
      type: 'hr.sign-ins-ended.v1',
      handle: ({ data }: EventMessage<'hr.sign-ins-ended.v1'>, tx: Tx) => of.denied.addSignIns(data.signInIds, new Date(data.endedAt), tx),
    },
    {
      type: 'compliance.parameter-published.v1',
      handle: ({ data }: EventMessage<'compliance.parameter-published.v1'>, tx: Tx) =>
        of.parameters.apply({ _id: data.parameterId, key: data.key, value: data.value, effectiveFrom: data.effectiveFrom }, tx),
    },
    {
      type: 'coordination.clock-moved.v1',
      handle: ({ data }: EventMessage<'coordination.clock-moved.v1'>, tx: Tx) => of.clock.move(data, tx),
    },
    {
      type: 'coordination.delivery-ruled.v1',
      handle: (message: EventMessage<'coordination.delivery-ruled.v1'>, tx: Tx) => followRuling(of, message, tx),
    },
    ...DEPARTMENTS.flatMap((department) => handoffFacts(department, of.handoffs)),
  ];
}

function handoffFacts(department: (typeof DEPARTMENTS)[number], handoffs: Handoffs): AnyConsumer[] {
  return (['completed', 'returned', 'recalled'] as const).map((state) => ({
    type: `${department}.handoff-${state}.v1`,
    handle: ({ data }: EventMessage<'sales.handoff-completed.v1'>, tx: Tx) =>
      handoffs.noteClosed(data.handoffId, { state, outcome: { ...data } }, tx),
  }));
}

/** What people ruled on a message that this department had set aside; one that went on meanwhile needs no ruling any more. */
async function followRuling(
  { stuck, department }: PlatformProjections,
  { data, actor }: EventMessage<'coordination.delivery-ruled.v1'>,
  tx: Tx,
): Promise<void> {
  if (data.department !== department) return;
  try {
    if (data.ruling === 'RETRY') await stuck.release(data.messageId, tx);
    else await stuck.discard(data.messageId, `ruled by ${actor}`, tx);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
  }
}

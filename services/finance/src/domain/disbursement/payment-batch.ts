import { DomainError, formatYuan, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, RefusalData } from '@weilend/kernel';
import { batchMachine } from './batch.machine.js';
import type { BatchState } from './batch.machine.js';
import type { DisbursementOrder } from './order.js';

// Payments that go out together (付款批次). Who releases them counts and adds them up by himself: the number and the sum that he types must be the batch's
// own (control sums, 控制总数), so that a payment that slipped in or out is noticed by a person. A payment that fails its check at that moment stays
// out with its reason and does not hold up the others.

export interface BatchLine {
  readonly orderId: string;
  readonly amountFen: Fen;
  /** Why the order stayed out when the batch was released: the refusal with its data. */
  readonly leftOut: { readonly code: string; readonly data: RefusalData } | null;
}

export interface BatchExport {
  readonly by: string;
  readonly on: LocalDate;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

export interface PaymentBatch {
  readonly id: string;
  readonly version: number;
  readonly state: BatchState;
  readonly lines: readonly BatchLine[];
  readonly openedBy: string;
  readonly openedOn: LocalDate;
  readonly releasedBy: string | null;
  readonly releasedOn: LocalDate | null;
  /** Each file that was made of it holds whole account numbers. */
  readonly exports: readonly BatchExport[];
}

export interface ControlSums {
  readonly count: number;
  readonly totalFen: Fen;
}

/** What one transaction releases. */
const MOST_ORDERS = 200;

/** Throws DomainError BATCH_SIZE_INVALID for none, too many, or one twice. */
export function checkBatchSize(orderIds: readonly string[]): void {
  const different = new Set(orderIds).size;
  if (different === 0 || different > MOST_ORDERS || different < orderIds.length)
    throw new DomainError('BATCH_SIZE_INVALID', { most: MOST_ORDERS }, 'orderIds');
}

/** Throws DomainError BATCH_SIZE_INVALID. */
export function openBatch(facts: Pick<PaymentBatch, 'id' | 'openedBy' | 'openedOn'>, orders: readonly DisbursementOrder[]): PaymentBatch {
  checkBatchSize(orders.map((order) => order.id));
  const lines = orders.map(({ id, terms }) => ({ orderId: id, amountFen: terms.amountFen, leftOut: null }));
  return { ...facts, version: 0, state: batchMachine.initial, lines, releasedBy: null, releasedOn: null, exports: [] };
}

/** An order joins a batch once it is made and until it is sent; a released one waits in it. Throws ORDER_IN_BATCH or ORDER_NOT_FOR_BATCH. */
export function intoBatch<T extends DisbursementOrder>(order: T, batchId: string): T {
  checkFree(order);
  if (order.state !== 'MADE' && order.state !== 'RESERVED')
    throw new DomainError('ORDER_NOT_FOR_BATCH', { orderId: order.id, state: order.state }, 'orderIds');
  return { ...order, batchId, askAt: null };
}

/** An order that was checked before goes on to the bank; others wait for their checker. */
export function outOfBatch<T extends DisbursementOrder>(order: T, askAt: Date): T {
  return { ...order, batchId: null, askAt: order.state === 'RESERVED' ? askAt : order.askAt };
}

/** Throws DomainError ORDER_IN_BATCH: what is in a batch is released with it. */
export function checkFree(order: Pick<DisbursementOrder, 'id' | 'batchId'>): void {
  if (order.batchId !== null) throw new DomainError('ORDER_IN_BATCH', { orderId: order.id, batchId: order.batchId });
}

export const sumsOf = (lines: readonly BatchLine[]): ControlSums => ({
  count: lines.length,
  totalFen: sumFen(lines.map((line) => line.amountFen)),
});

/** Throws DomainError BATCH_TOTALS_DIFFER, which names both. */
export function checkControlSums({ lines }: Pick<PaymentBatch, 'lines'>, typed: ControlSums): void {
  const { count, totalFen } = sumsOf(lines);
  if (typed.count === count && typed.totalFen === totalFen) return;
  const names = { count, total: formatYuan(totalFen), typedCount: typed.count, typedTotal: formatYuan(typed.totalFen) };
  throw new DomainError('BATCH_TOTALS_DIFFER', names, typed.count === count ? 'total' : 'count');
}

export function releaseBatch(batch: PaymentBatch, lines: readonly BatchLine[], released: { by: string; on: LocalDate }): PaymentBatch {
  return { ...batch, state: batchMachine.next(batch.state, 'release'), lines, releasedBy: released.by, releasedOn: released.on };
}

export function dissolveBatch(batch: PaymentBatch): PaymentBatch {
  return { ...batch, state: batchMachine.next(batch.state, 'dissolve') };
}

/** A file of a batch is made once it is released; throws DomainError BATCH_NOT_RELEASED. */
export function noteExport(batch: PaymentBatch, made: BatchExport): PaymentBatch {
  if (batch.state !== 'RELEASED') throw new DomainError('BATCH_NOT_RELEASED', { state: batch.state });
  return { ...batch, exports: [...batch.exports, made] };
}

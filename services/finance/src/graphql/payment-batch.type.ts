import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Money, MutationPayload, Permit } from '@weilend/graphql';
import type { Fen, RefusalData } from '@weilend/kernel';
import { BATCH_STATES } from '../domain/disbursement/batch.machine.js';
import { sumsOf } from '../domain/disbursement/payment-batch.js';
import type { BatchExport, PaymentBatch } from '../domain/disbursement/payment-batch.js';
import type { BatchProgress, Share } from '../queries/payment-batch.queries.js';
import { EmployeeStub, textEnum } from './shared.type.js';

export const PaymentBatchStateEnum = textEnum('PaymentBatchState', BATCH_STATES, 'State of a batch of payments (付款批次状态)');

@ObjectType('PaymentBatchLine', { description: 'One payment of a batch' })
export class PaymentBatchLineType {
  @Field(() => ID)
  readonly orderId!: string;

  @Field(() => Money)
  readonly amount!: number;

  readonly refusal!: { readonly code: string; readonly data: RefusalData } | null;
}

@ObjectType('PaymentShare', { description: 'Number and sum of some payments' })
export class PaymentShareType {
  @Field(() => Int)
  readonly count!: number;

  @Field(() => Money)
  readonly total!: number;
}

@ObjectType('PaymentBatchProgress', { description: 'Where the payments of a batch are' })
export class PaymentBatchProgressType {
  @Field(() => PaymentShareType, { description: 'Not sent yet' })
  readonly waiting!: PaymentShareType;

  @Field(() => PaymentShareType, { description: 'Sent, and the bank has not said what became of them' })
  readonly unknown!: PaymentShareType;

  @Field(() => PaymentShareType)
  readonly paid!: PaymentShareType;

  @Field(() => PaymentShareType, { description: 'Given back or cancelled' })
  readonly returned!: PaymentShareType;
}

@ObjectType('PaymentBatchExport', { description: 'A file that was made of a batch' })
export class PaymentBatchExportType {
  @Field(() => EmployeeStub)
  readonly by!: EmployeeStub;

  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType('PaymentBatch', { description: 'Payments that are released together, against a number and a sum (付款批次)' })
@Permit('finance.read-payment-batch')
export class PaymentBatchType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PaymentBatchStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'All payments of the batch, those that stayed out among them (控制笔数)' })
  readonly count!: number;

  @Field(() => Money, { description: 'Their sum (控制金额)' })
  readonly total!: number;

  @Field(() => PaymentShareType, { description: 'What stayed out when it was released' })
  readonly leftOut!: PaymentShareType;

  @Field(() => [PaymentBatchLineType])
  readonly lines!: readonly PaymentBatchLineType[];

  @Field(() => EmployeeStub)
  readonly openedBy!: EmployeeStub;

  @Field(() => LocalDate)
  readonly openedOn!: string;

  @Field(() => EmployeeStub, { nullable: true })
  readonly releasedBy!: EmployeeStub | null;

  @Field(() => LocalDate, { nullable: true })
  readonly releasedOn!: string | null;

  @Field(() => [PaymentBatchExportType], { description: 'Files that were made of it, with whole account numbers' })
  readonly exports!: readonly PaymentBatchExportType[];
}

export const PaymentBatchConnection = connectionOf(PaymentBatchType, 'PaymentBatch');

const optionalKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class OpenPaymentBatchInput {
  @Field(() => String, optionalKey)
  readonly requestKey?: string | null;

  @Field(() => [ID], { description: 'Orders that are made and not sent, at most 200' })
  readonly orderIds!: string[];
}

@InputType()
export class ReleasePaymentBatchInput {
  @Field(() => String, { description: 'Same key and input give the first answer again; money moves, so it is required' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly batchId!: string;

  @Field(() => Int, { description: "Must be the batch's own" })
  readonly count!: number;

  @Field(() => Money, { description: "Must be the batch's own" })
  readonly total!: Fen;
}

@InputType()
export class DissolvePaymentBatchInput {
  @Field(() => String, optionalKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly batchId!: string;
}

@InputType()
export class ExportPaymentBatchInput {
  @Field(() => ID)
  readonly batchId!: string;
}

@ObjectType({ isAbstract: true })
abstract class BatchPayload extends MutationPayload {
  @Field(() => PaymentBatchType, { nullable: true })
  readonly paymentBatch?: PaymentBatchType | null;
}

@ObjectType()
export class OpenPaymentBatchPayload extends BatchPayload {}

@ObjectType()
export class ReleasePaymentBatchPayload extends BatchPayload {}

@ObjectType()
export class DissolvePaymentBatchPayload extends BatchPayload {}

@ObjectType('PaymentFile', { description: 'A file of payments; it holds whole account numbers' })
export class PaymentFileType {
  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly mediaType!: string;

  @Field(() => String)
  readonly content!: string;

  @Field(() => String)
  readonly sha256!: string;
}

@ObjectType()
export class ExportPaymentBatchPayload extends BatchPayload {
  @Field(() => PaymentFileType, { nullable: true })
  readonly file?: PaymentFileType | null;
}

const shareView = ({ count, totalFen }: Share): PaymentShareType => ({ count, total: totalFen });
const exportView = ({ by, ...rest }: BatchExport): PaymentBatchExportType => ({ ...rest, by: { id: by } });

export function batchView({ lines, openedBy, releasedBy, ...batch }: PaymentBatch): PaymentBatchType {
  const { id, state, openedOn, releasedOn } = batch;
  const { count, totalFen } = sumsOf(lines);
  return {
    ...{ id, state, openedOn, releasedOn, count, total: totalFen },
    leftOut: shareView(sumsOf(lines.filter((line) => line.leftOut !== null))),
    lines: lines.map(({ orderId, amountFen, leftOut }) => ({ orderId, amount: amountFen, refusal: leftOut })),
    openedBy: { id: openedBy },
    releasedBy: releasedBy === null ? null : { id: releasedBy },
    exports: batch.exports.map(exportView),
  };
}

export function progressView({ waiting, unknown, paid, returned }: BatchProgress): PaymentBatchProgressType {
  return { waiting: shareView(waiting), unknown: shareView(unknown), paid: shareView(paid), returned: shareView(returned) };
}

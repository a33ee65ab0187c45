import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import { ContractStateEnum, MissingPartEnum, RecordingKindEnum, RepaymentMethodEnum, SalesFileStateEnum } from '../enum.type.js';
import { ContractReviewType } from './contract-review.type.js';

@ObjectType('ContractTerms', { description: 'The terms of a contract (合同要素)' })
export class ContractTermsType {
  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  readonly productId!: string;
}

@ObjectType('ContractClause', { description: 'A clause (合同条款)' })
export class ContractClauseType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType('ContractHistoryEntry', { description: 'A change of state (状态变更)' })
export class ContractHistoryEntry {
  @Field(() => ContractStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('CostSheetReference', { description: 'The cost sheet of exactly these terms (综合融资成本明示表)' })
export class CostSheetReference {
  @Field(() => ID)
  readonly costSheetId!: string;

  @Field(() => String, { description: 'Hash that the customer acknowledges' })
  readonly hash!: string;

  @Field(() => String)
  readonly termsHash!: string;

  @Field(() => Rate)
  readonly annualCostCompound!: string;

  @Field(() => DateTime)
  readonly issuedAt!: Date;
}

@ObjectType('CostSheetAcknowledgement', { description: 'The customer saw the cost sheet (明示表确认)' })
export class CostSheetAcknowledgement {
  @Field(() => ID)
  readonly costSheetId!: string;

  @Field(() => String)
  readonly costSheetHash!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('ContractExplanation', { description: 'The customer confirmed that he understands (合同说明)' })
export class ContractExplanation {
  @Field(() => String)
  readonly textVersion!: string;

  @Field(() => String, { nullable: true, description: 'Hash of the contract that was explained' })
  readonly contractHash!: string | null;

  @Field(() => Int)
  readonly readingSeconds!: number;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('RecordingDeletion', { description: 'When and why the bytes were deleted (删除记录)' })
export class RecordingDeletion {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('ContractRecording', { description: 'Sound or picture of the signing (录音录像)' })
export class ContractRecording {
  @Field(() => RecordingKindEnum)
  readonly kind!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Float)
  readonly sizeBytes!: number;

  @Field(() => Int, { description: 'Measured from the bytes' })
  readonly durationSeconds!: number;

  @Field(() => String, { nullable: true })
  readonly contentType!: string | null;

  @Field(() => LocalDate, { description: 'It cannot be deleted until after this day (保存期限)' })
  readonly retainUntil!: string;

  @Field(() => RecordingDeletion, { nullable: true })
  readonly deletion!: RecordingDeletion | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('AmendedTerms', { description: 'Terms by the last signed supplementary agreement (现行条款)' })
export class AmendedTermsType {
  @Field(() => ID)
  readonly amendmentId!: string;

  @Field(() => Int)
  readonly amendmentNo!: number;

  @Field(() => Money, { name: 'principal' })
  readonly principalFen!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => LocalDate)
  readonly maturesOn!: string;

  @Field(() => LocalDate)
  readonly effectiveOn!: string;
}

@ObjectType('LoanContract', { description: 'A loan contract (贷款合同)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-contract')
export class LoanContractType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'By which people speak of it, e.g. WD-2026-000123 (合同编号)' })
  readonly number!: string;

  @Field(() => ContractReviewType, { nullable: true, description: 'Null for an ordinary contract, which nobody has to review' })
  readonly review!: ContractReviewType | null;

  @Field(() => Int, { description: '1 for the first draft of the application, rising' })
  readonly draftNo!: number;

  @Field(() => ContractStateEnum)
  readonly state!: string;

  @Field(() => [ContractHistoryEntry])
  readonly history!: readonly ContractHistoryEntry[];

  @Field(() => ContractTermsType)
  readonly terms!: ContractTermsType;

  @Field(() => AmendedTermsType, {
    nullable: true,
    description: 'The terms of today when a supplementary agreement was signed; else `terms` hold',
  })
  readonly amended!: AmendedTermsType | null;

  @Field(() => String, { description: 'Amount in Chinese capitals (大写金额)' })
  readonly amountInCapitals!: string;

  @Field(() => LocalDate)
  readonly startOn!: string;

  @Field(() => String)
  readonly templateVersion!: string;

  @Field(() => [ContractClauseType])
  readonly clauses!: readonly ContractClauseType[];

  @Field(() => String)
  readonly contractHash!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which the draft may be signed (最迟签署日)' })
  readonly signDueOn!: string | null;

  @Field(() => [MissingPartEnum], { description: 'What the draft waits for; only SIGNATURE when all else is there (签约待办)' })
  readonly missingForSigning!: readonly string[];

  @Field(() => CostSheetReference, { name: 'costSheetReference', nullable: true })
  readonly costSheet!: CostSheetReference | null;

  @Field(() => [String])
  readonly costSheetRefusedBecause!: readonly string[];

  @Field(() => CostSheetAcknowledgement, { nullable: true })
  readonly acknowledgement!: CostSheetAcknowledgement | null;

  @Field(() => ContractExplanation, { nullable: true })
  readonly explanation!: ContractExplanation | null;

  @Field(() => [ContractRecording])
  readonly recordings!: readonly ContractRecording[];

  @Field(() => Int, { description: 'How often finance was ordered to pay' })
  readonly paymentOrders!: number;

  @Field(() => DateTime, { nullable: true })
  readonly signedAt!: Date | null;

  readonly signedBy!: string | null;

  readonly payeeAccountId!: string | null;

  readonly applicationId!: string;

  readonly salespersonId!: string;

  readonly decisionId!: string;
}

export const LoanContractConnection = connectionOf(LoanContractType, 'LoanContract');

@ObjectType('FileTicket', { description: 'A signed address and until when it works' })
export class FileTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'Upload with PUT, or in pieces by tus (HEAD, PATCH); download with GET' })
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType('SalesFile', { description: 'What is known of a file (文件)' })
export class SalesFile {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SalesFileStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Float)
  readonly sizeBytes!: number;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => DateTime)
  readonly requestedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly attachedAt!: Date | null;
}

import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit, connectionOf } from '@weilend/graphql';
import {
  ApplicationWord,
  FalsificationNote,
  InformingTaskType,
  LoanCareType,
  SalesConditions,
  ToldFacts,
} from './application-progress.type.js';
import {
  ApplicationStageEnum,
  CustomerTypeEnum,
  ApplicationWorklistEnum,
  LoanPurposeEnum,
  RepaymentMethodEnum,
  ReturnedByEnum,
} from '../enum.type.js';
import { ApplicationDocumentType, DocumentChecklistItem } from './document.type.js';
import { DisclosureConfirmationType } from '../enquiry/disclosure.type.js';
import { SalesInformationRequest } from './question.type.js';
import { LoanWarning } from '../after-loan/warning.type.js';

@ObjectType('ApplicationAsk', { description: 'What is asked for (申请内容)' })
export class ApplicationAsk {
  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => String, { nullable: true })
  readonly purposeNote!: string | null;

  @Field(() => Money, { name: 'amount', nullable: true })
  readonly amountFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths!: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method!: string | null;

  readonly productId!: string | null;
}

@ObjectType('RoundReturn', { description: 'Why and until when an application was sent back (退回)' })
export class RoundReturn {
  @Field(() => ReturnedByEnum)
  readonly by!: string;

  @Field(() => [String])
  readonly reasons!: readonly string[];

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;
}

@ObjectType('ApplicationRound', { description: 'Each time the application was handed in (轮次)' })
export class ApplicationRound {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => DateTime)
  readonly submittedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly checkStartedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly passedAt!: Date | null;

  @Field(() => RoundReturn, { nullable: true })
  readonly returned!: RoundReturn | null;
}

@ObjectType('StageEntry', { description: 'When a stage was reached (阶段时间)' })
export class StageEntryType {
  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('LoanApplication', { description: "One customer's wish for one loan, from the draft to the payout (贷款申请)" })
@Directive('@key(fields: "id")')
@Permit('sales.read-application')
export class LoanApplicationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => Int, {
    description:
      'Payment orders that finance has sent back, as far as sales knows; then the payment may be ordered again (被退回的付款次数)',
  })
  readonly paymentsReturned!: number;

  @Field(() => ApplicationAsk)
  readonly ask!: ApplicationAsk;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => [DocumentChecklistItem])
  readonly checklist!: readonly DocumentChecklistItem[];

  @Field(() => Int, { nullable: true, description: 'Rises with every change; name it when you edit what you have read' })
  readonly version!: number;

  @Field(() => [DisclosureConfirmationType], { nullable: true, description: 'What the customer confirmed that he was told' })
  readonly disclosures!: readonly DisclosureConfirmationType[];

  @Field(() => [ApplicationWorklistEnum], { nullable: true, description: 'What has to be done' })
  readonly worklists!: readonly string[];

  @Field(() => LocalDate, { nullable: true, description: 'First last day of a paper, until it has been passed on' })
  readonly documentExpiresOn!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the customer supplements what was sent back' })
  readonly supplementDueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when he has to be told the news' })
  readonly taskDueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the investigators want their answer' })
  readonly questionDueAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until when a condition of the approval has to be evidenced' })
  readonly conditionDueOn!: string | null;

  @Field(() => [ApplicationDocumentType])
  readonly documents!: readonly ApplicationDocumentType[];

  @Field(() => [ApplicationRound])
  readonly rounds!: readonly ApplicationRound[];

  @Field(() => [StageEntryType], { description: 'When each stage was reached, by the time of who made it so' })
  readonly timeline!: readonly StageEntryType[];

  @Field(() => SalesConditions, { nullable: true })
  readonly conditions!: SalesConditions | null;

  @Field(() => [InformingTaskType])
  readonly tasks!: readonly InformingTaskType[];

  @Field(() => [SalesInformationRequest], { description: 'What the investigators asked, oldest first' })
  readonly informationRequests!: readonly SalesInformationRequest[];

  @Field(() => LoanCareType, { nullable: true })
  readonly care!: LoanCareType | null;

  @Field(() => LocalDate, { nullable: true, description: 'The earliest inspection that is not done (下次贷后检查)' })
  readonly nextInspectionOn!: string | null;

  @Field(() => [LoanWarning], { description: 'Warning signs, oldest first' })
  readonly warnings!: readonly LoanWarning[];

  @Field(() => ToldFacts, { name: 'told' })
  readonly facts!: ToldFacts;

  @Field(() => DateTime, { nullable: true })
  readonly signedAt!: Date | null;

  @Field(() => ApplicationWord, { nullable: true })
  readonly withdrawal!: ApplicationWord | null;

  @Field(() => ApplicationWord, { nullable: true, description: 'Asked of finance after signing' })
  readonly cancellation!: ApplicationWord | null;

  @Field(() => [FalsificationNote])
  readonly falsifications!: readonly FalsificationNote[];

  readonly customerId!: string;

  readonly salespersonId!: string;

  readonly enquiryId!: string | null;

  readonly proposalId!: string | null;
}

export const LoanApplicationConnection = connectionOf(LoanApplicationType, 'LoanApplication');

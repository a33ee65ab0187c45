import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Permit } from '@weilend/graphql';
import { LeadType } from '../acquisition/lead.type.js';
import { LoanApplicationType } from '../application/application.type.js';
import { LoanContractType } from '../contract/contract.type.js';
import { CustomerType } from '../customer/customer.type.js';
import { EnquiryType } from '../enquiry/enquiry.type.js';
import { ProposalType } from '../enquiry/proposal.type.js';
import { ApplicationStageEnum, SalesReminderKindEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { SalesProblemType } from '../team/team.type.js';

@ObjectType({ description: 'Something that is owed until a moment (待办); one of its subjects is there, the others are null' })
export class SalesDeadline {
  @Field(() => SalesReminderKindEnum)
  readonly kind!: string;

  @Field(() => ID, { description: 'Id of what is owed' })
  readonly about!: string;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => Boolean)
  readonly isLate!: boolean;

  @Field(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  readonly customer?: unknown;

  @Field(() => LeadType, { nullable: true })
  @Permit('sales.read-lead')
  readonly lead?: unknown;

  @Field(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  readonly enquiry?: unknown;

  @Field(() => ProposalType, { nullable: true })
  @Permit('sales.read-proposal')
  readonly proposal?: unknown;

  @Field(() => LoanApplicationType, { nullable: true })
  @Permit('sales.read-application')
  readonly application?: unknown;

  @Field(() => LoanContractType, { nullable: true })
  @Permit('sales.read-contract')
  readonly contract?: unknown;

  @Field(() => SalesProblemType, { nullable: true })
  @Permit('sales.read-sales-problem')
  readonly problem?: unknown;
}

@ObjectType({ description: 'What one person owes of a kind' })
export class PersonalDeadlineCount {
  @Field(() => Int)
  readonly late!: number;

  @Field(() => Int, { description: 'Due today and not late yet' })
  readonly today!: number;

  @Field(() => EmployeeStub, { nullable: true, description: 'Null for what nobody has' })
  readonly employee!: EmployeeStub | null;
}

@ObjectType({ description: 'What is owed of one kind (待办分类)' })
export class SalesDeadlineGroup {
  @Field(() => SalesReminderKindEnum)
  readonly kind!: string;

  @Field(() => Int)
  readonly late!: number;

  @Field(() => Int, { description: 'Due today and not late yet' })
  readonly today!: number;

  @Field(() => [PersonalDeadlineCount], { description: 'Person by person, the most behind first' })
  readonly byPerson!: PersonalDeadlineCount[];
}

@ObjectType({ description: 'How many applications stand at a stage' })
export class ApplicationStageCount {
  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => Int)
  readonly applications!: number;
}

@ObjectType('SalesDay', { description: 'What a salesperson has to do today, in one request (今日工作)' })
@Permit('sales.read-day')
export class SalesDayType {
  @Field(() => LocalDate)
  readonly date!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => [SalesDeadlineGroup], { description: 'Every kind, those without anything too' })
  readonly deadlines!: SalesDeadlineGroup[];

  readonly employeeId!: string;
}

@ObjectType('SalesDashboard', { description: 'How the team stands today, in one request (部门看板)' })
@Permit('sales.read-dashboard')
export class SalesDashboardType {
  @Field(() => LocalDate)
  readonly date!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => [SalesDeadlineGroup], { description: 'Every kind, those without anything too' })
  readonly deadlines!: SalesDeadlineGroup[];
}

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime, Money } from '@weilend/graphql';
import type { PhoneNumberKind } from '../../domain/checks/phone-verification.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import type { ApplicantFacts } from '../../domain/scorecard/scoring-facts.js';
import {
  CheckingAccountEnum,
  CheckMethodEnum,
  CreditHistoryEnum,
  EmploymentEnum,
  HousingEnum,
  InstalmentPlanEnum,
  JobLevelEnum,
  OtherDebtorEnum,
  PhoneNumberKindEnum,
  PropertyEnum,
  SavingsEnum,
  TelephoneEnum,
} from '../enums.type.js';
import { OnInvestigation } from '../investigation/investigation.input.js';
import { FactComparisonInput, RelatedPartyInput } from './comparison.input.js';

@InputType()
export class RequestSitePhotoInput extends OnInvestigation {
  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String, { description: 'image/jpeg, image/png, image/webp or image/heic' })
  readonly contentType!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => String, { description: '64 lower-case hex digits' })
  readonly sha256!: string;
}

@InputType()
export class PersonMetInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'In what relation to the borrower' })
  readonly relation!: string;
}

@InputType()
export class RecordSiteVisitInput extends OnInvestigation {
  @Field(() => String)
  readonly place!: string;

  @Field(() => DateTime)
  readonly visitedAt!: Date;

  @Field(() => [PersonMetInput])
  readonly peopleMet!: PersonMetInput[];

  @Field(() => [ID], { description: 'Verified uploads of requestSitePhoto' })
  readonly photoFileIds!: string[];

  @Field(() => String)
  readonly findings!: string;
}

@InputType()
export class PhoneAnswerInput {
  @Field(() => String)
  readonly question!: string;

  @Field(() => String)
  readonly answer!: string;
}

@InputType()
export class RecordPhoneVerificationInput extends OnInvestigation {
  @Field(() => String, { description: 'Who was spoken to and as what' })
  readonly spokenTo!: string;

  @Field(() => PhoneNumberKindEnum, { description: 'The kind of number; the number itself is never kept here' })
  readonly numberKind!: PhoneNumberKind;

  @Field(() => DateTime)
  readonly calledAt!: Date;

  @Field(() => [PhoneAnswerInput])
  readonly answers!: PhoneAnswerInput[];
}

@InputType()
export class InquireBureauInput extends OnInvestigation {
  @Field(() => String, { description: "The borrower's identity number; must be the one on the application" })
  readonly residentId!: string;

  @Field(() => String, { nullable: true, description: 'Purpose of the inquiry; when named, the one consented to' })
  readonly purpose?: string | null;
}

@InputType({ description: 'Facts as verified (核实信息); a fact left out was not verified and refers the application' })
export class ApplicantFactsInput {
  @Field(() => CheckingAccountEnum, { nullable: true })
  readonly checkingAccountStatus?: ApplicantFacts['checkingAccountStatus'];

  @Field(() => CreditHistoryEnum, { nullable: true })
  readonly creditHistory?: ApplicantFacts['creditHistory'];

  @Field(() => SavingsEnum, { nullable: true })
  readonly savings?: ApplicantFacts['savings'];

  @Field(() => EmploymentEnum, { nullable: true })
  readonly employmentSince?: ApplicantFacts['employmentSince'];

  @Field(() => Int, { nullable: true, description: 'Class 1 (35 % and more of the disposable income) to 4 (below 20 %)' })
  readonly instalmentRatePercent?: number | null;

  @Field(() => OtherDebtorEnum, { nullable: true })
  readonly otherDebtors?: ApplicantFacts['otherDebtors'];

  @Field(() => Int, { nullable: true, description: 'Class 1 to 4' })
  readonly residenceSince?: number | null;

  @Field(() => PropertyEnum, { nullable: true })
  readonly property?: ApplicantFacts['property'];

  @Field(() => Int, { nullable: true })
  readonly ageInYears?: number | null;

  @Field(() => InstalmentPlanEnum, { nullable: true })
  readonly otherInstalmentPlans?: ApplicantFacts['otherInstalmentPlans'];

  @Field(() => HousingEnum, { nullable: true })
  readonly housing?: ApplicantFacts['housing'];

  @Field(() => Int, { nullable: true })
  readonly existingCredits?: number | null;

  @Field(() => JobLevelEnum, { nullable: true })
  readonly job?: ApplicantFacts['job'];

  @Field(() => Int, { nullable: true })
  readonly dependants?: number | null;

  @Field(() => TelephoneEnum, { nullable: true })
  readonly telephone?: ApplicantFacts['telephone'];
}

@InputType({ description: 'Monthly figures (月度收支); a figure left out was not verified' })
export class HouseholdFiguresInput {
  @Field(() => Money, { name: 'declaredIncome', nullable: true })
  readonly declaredIncomeFen?: number | null;

  @Field(() => Money, { name: 'verifiedIncome', nullable: true })
  readonly verifiedIncomeFen?: number | null;

  @Field(() => Money, { name: 'livingCost', nullable: true })
  readonly livingCostFen?: number | null;

  @Field(() => Money, { name: 'debtService', nullable: true })
  readonly debtServiceFen?: number | null;
}

@InputType()
export class RecordDataAnalysisInput extends OnInvestigation {
  @Field(() => ApplicantFactsInput)
  readonly facts!: ApplicantFactsInput;

  @Field(() => HouseholdFiguresInput, { nullable: true })
  readonly figures?: HouseholdFiguresInput | null;

  @Field(() => String, { description: 'Documents and records that the facts rest on' })
  readonly sources!: string;

  @Field(() => FactComparisonInput, { nullable: true, description: 'What the customer declared beside what was found' })
  readonly comparison?: FactComparisonInput | null;

  @Field(() => [RelatedPartyInput], { nullable: true, description: 'Guarantors and related parties who are customers of the company' })
  readonly relatedParties?: RelatedPartyInput[] | null;
}

@InputType()
export class WaiveCheckInput extends OnInvestigation {
  @Field(() => CheckMethodEnum, { description: 'PHONE_VERIFICATION or DATA_ANALYSIS' })
  readonly method!: CheckMethod;

  @Field(() => String)
  readonly reason!: string;
}

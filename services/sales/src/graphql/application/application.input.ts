import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import type { InspectionVerdict } from '../../domain/after-loan/inspection.js';
import type { FalsificationKind } from '../../domain/application/application.js';
import type { InformingWay } from '../../domain/application/informing.js';
import type { UploadPurpose } from '../../use-cases/files/request-upload.use-case.js';
import {
  FalsificationKindEnum,
  InformingWayEnum,
  InspectionVerdictEnum,
  LoanPurposeEnum,
  RepaymentMethodEnum,
  UploadPurposeEnum,
} from '../enum.type.js';

@InputType()
export class CreateApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID, { nullable: true, description: 'Its needs are filled in' })
  readonly enquiryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its product and needs are filled in' })
  readonly proposalId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly productId?: string | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => String, { nullable: true })
  readonly purposeNote?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;
}

@InputType()
export class AmendApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID, { nullable: true })
  readonly productId?: string | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose?: string | null;

  @Field(() => String, { nullable: true })
  readonly purposeNote?: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => RepaymentMethodEnum, { nullable: true })
  readonly method?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; refused when somebody changed it since' })
  readonly expectedVersion?: number | null;
}

@InputType()
export class RequestUploadInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'An application, or a customer for CONSENT; left out for IMPORT' })
  readonly aboutId?: string | null;

  @Field(() => UploadPurposeEnum)
  readonly purpose!: UploadPurpose;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => String, { description: '64 lower-case hex digits of the bytes' })
  readonly sha256!: string;
}

@InputType()
export class RequestDownloadInput {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'Kept in the access log' })
  readonly reason!: string;
}

@InputType()
export class SubmitApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class ResubmitApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class StartCheckInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class ReturnApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => [String])
  readonly reasons!: readonly string[];
}

@InputType()
export class PassFirstCheckInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;
}

@InputType()
export class WithdrawApplicationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecordConditionEvidenceInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID)
  readonly conditionId!: string;

  @Field(() => ID, { description: 'Uploaded for this application' })
  readonly fileId!: string;
}

@InputType()
export class RecordCustomerInformedInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID)
  readonly taskId!: string;

  @Field(() => InformingWayEnum)
  readonly how!: InformingWay;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => ID, { nullable: true, description: 'Shows it, uploaded for this application as EVIDENCE' })
  readonly fileId?: string | null;
}

@InputType()
export class ReportFalsificationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID, { nullable: true, description: 'The employee, when one is suspected' })
  readonly suspectId?: string | null;

  @Field(() => String)
  readonly finding!: string;

  @Field(() => FalsificationKindEnum, { nullable: true, description: 'FALSIFICATION when left out' })
  readonly kind?: FalsificationKind | null;

  @Field(() => [ID], { nullable: true, description: 'Files that show it, uploaded for this application as EVIDENCE' })
  readonly fileIds?: readonly string[] | null;
}

@InputType()
export class RecordInspectionInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID, { nullable: true, description: 'The earliest that is due when left out' })
  readonly inspectionId?: string | null;

  @Field(() => InspectionVerdictEnum)
  readonly verdict!: InspectionVerdict;

  @Field(() => String)
  readonly finding!: string;

  @Field(() => ID, { description: 'Evidence, uploaded for this application' })
  readonly fileId!: string;
}

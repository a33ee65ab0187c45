import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, MutationPayload } from '@weilend/graphql';
import { BureauInquiryType } from './bureau/bureau-inquiry.type.js';
import { BureauReportType } from './checks/checks.type.js';
import { InvestigationType } from './investigation/investigation.type.js';
import { DeclaredConflictType } from './investigation/pair.type.js';
import { RiskAlertType } from './alert/risk-alert.type.js';
import { RiskReportType } from './report/risk-report.type.js';

@ObjectType({ isAbstract: true })
abstract class InvestigationPayload extends MutationPayload {
  @Field(() => InvestigationType, { nullable: true })
  readonly investigation?: InvestigationType | null;
}

@ObjectType()
export class AssignInvestigatorsPayload extends InvestigationPayload {}

@ObjectType()
export class RecordSiteVisitPayload extends InvestigationPayload {}

@ObjectType()
export class RecordPhoneVerificationPayload extends InvestigationPayload {}

@ObjectType()
export class RecordDataAnalysisPayload extends InvestigationPayload {}

@ObjectType()
export class WaiveCheckPayload extends InvestigationPayload {}

@ObjectType()
export class AssignProposedPairPayload extends InvestigationPayload {}

@ObjectType()
export class ReplaceInvestigatorPayload extends InvestigationPayload {}

@ObjectType()
export class PlanInvestigationPayload extends InvestigationPayload {}

@ObjectType()
export class DecideWaiverPayload extends InvestigationPayload {}

@ObjectType()
export class AnswerContradictionPayload extends InvestigationPayload {}

@ObjectType({ isAbstract: true })
abstract class DeclaredConflictPayload extends MutationPayload {
  @Field(() => DeclaredConflictType, { nullable: true })
  readonly declaredConflict?: DeclaredConflictType | null;
}

@ObjectType()
export class DeclareConflictPayload extends DeclaredConflictPayload {}

@ObjectType()
export class EndConflictPayload extends DeclaredConflictPayload {}

@ObjectType()
export class ReturnInvestigationPayload extends InvestigationPayload {}

@ObjectType()
export class RequestInformationPayload extends InvestigationPayload {}

@ObjectType('SitePhotoTicket', { description: 'A signed URL for one photo and until when it works' })
export class SitePhotoTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String, { description: 'PUT the bytes here, or GET them' })
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType('RiskReportTicket', { description: 'A signed address of a report as a PDF and until when it works' })
export class RiskReportTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType()
export class RequestSitePhotoPayload extends MutationPayload {
  @Field(() => SitePhotoTicketType, { nullable: true })
  readonly upload?: SitePhotoTicketType | null;
}

@ObjectType()
export class RevealSitePhotoPayload extends MutationPayload {
  @Field(() => SitePhotoTicketType, { nullable: true })
  readonly download?: SitePhotoTicketType | null;
}

@ObjectType()
export class InquireBureauPayload extends MutationPayload {
  @Field(() => BureauInquiryType, { nullable: true })
  readonly bureauInquiry?: BureauInquiryType | null;
}

@ObjectType()
export class RetryBureauInquiryPayload extends InquireBureauPayload {}

@ObjectType()
export class CallOffBureauInquiryPayload extends InquireBureauPayload {}

@ObjectType()
export class RevealBureauReportPayload extends MutationPayload {
  @Field(() => BureauReportType, { nullable: true })
  readonly bureauReport?: BureauReportType | null;
}

@ObjectType()
export class FinaliseRiskReportPayload extends MutationPayload {
  @Field(() => RiskReportType, { nullable: true })
  readonly riskReport?: RiskReportType | null;
}

@ObjectType({ isAbstract: true })
abstract class RiskAlertPayload extends MutationPayload {
  @Field(() => RiskAlertType, { nullable: true })
  readonly riskAlert?: RiskAlertType | null;
}

@ObjectType()
export class ReportRiskPayload extends RiskAlertPayload {}

@ObjectType()
export class AcknowledgeAlertPayload extends RiskAlertPayload {}

@ObjectType()
export class AssignAlertTrackerPayload extends RiskAlertPayload {}

@ObjectType()
export class RecordMeasurePayload extends RiskAlertPayload {}

@ObjectType()
export class AssessAlertPayload extends RiskAlertPayload {}

@ObjectType()
export class HandOverMeasurePayload extends RiskAlertPayload {}

@ObjectType()
export class CheckMeasurePayload extends RiskAlertPayload {}

@ObjectType()
export class LiftFreezePayload extends RiskAlertPayload {}

@ObjectType()
export class EscalateAlertPayload extends RiskAlertPayload {}

@ObjectType()
export class CloseAlertPayload extends RiskAlertPayload {}

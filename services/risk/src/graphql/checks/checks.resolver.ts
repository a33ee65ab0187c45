import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CHECK_METHODS, stateOfCheck } from '../../domain/checks/waiver.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { InquireBureau } from '../../use-cases/bureau/inquire-bureau.use-case.js';
import { RecordDataAnalysis } from '../../use-cases/checks/record-data-analysis.use-case.js';
import { RecordPhoneVerification } from '../../use-cases/checks/record-phone-verification.use-case.js';
import { RecordSiteVisit } from '../../use-cases/checks/record-site-visit.use-case.js';
import { RequestSitePhoto } from '../../use-cases/checks/request-site-photo.use-case.js';
import { WaiveCheck } from '../../use-cases/checks/waive-check.use-case.js';
import { BureauInquiryType } from '../bureau/bureau-inquiry.type.js';
import {
  InquireBureauInput,
  RecordDataAnalysisInput,
  RecordPhoneVerificationInput,
  RecordSiteVisitInput,
  RequestSitePhotoInput,
  WaiveCheckInput,
} from './check.input.js';
import {
  BureauFindingType,
  CheckStatusType,
  ContradictionType,
  DataAnalysisType,
  PhoneVerificationType,
  SiteVisitType,
} from './checks.type.js';
import { BureauInquiryLoader, InquiriesOfInvestigation, InvestigationLoader } from '../investigation/investigation.loader.js';
import { InvestigationType } from '../investigation/investigation.type.js';
import {
  InquireBureauPayload,
  RecordDataAnalysisPayload,
  RecordPhoneVerificationPayload,
  RecordSiteVisitPayload,
  RequestSitePhotoPayload,
  WaiveCheckPayload,
} from '../payloads.type.js';
import { refer } from '../references.type.js';
import { StoredScoreType } from '../scorecard/score.type.js';

/** Recording the four checks. */
@Resolver(() => InvestigationType)
export class RecordChecksResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly requestPhotoCase: RequestSitePhoto,
    private readonly siteVisitCase: RecordSiteVisit,
    private readonly phoneCase: RecordPhoneVerification,
    private readonly analysisCase: RecordDataAnalysis,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestSitePhotoPayload, { description: 'Promises a photo; upload it to the signed URL' })
  @Permit('risk.request-site-photo')
  requestSitePhoto(@Args('input') input: RequestSitePhotoInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ upload: await this.requestPhotoCase.execute(context.actor, input) }));
  }

  @Mutation(() => RecordSiteVisitPayload)
  @Permit('risk.record-site-visit')
  recordSiteVisit(@Args('input') input: RecordSiteVisitInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.siteVisitCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordPhoneVerificationPayload)
  @Permit('risk.record-phone-verification')
  recordPhoneVerification(@Args('input') input: RecordPhoneVerificationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.phoneCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordDataAnalysisPayload)
  @Permit('risk.record-data-analysis')
  recordDataAnalysis(@Args('input') input: RecordDataAnalysisInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.analysisCase.execute(context.actor, input)),
    }));
  }
}

/** Asking the bureau, and leaving a method out. */
@Resolver(() => InvestigationType)
export class PermitChecksResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly inquiries: BureauInquiryLoader,
    private readonly bureauCase: InquireBureau,
    private readonly waiveCase: WaiveCheck,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => InquireBureauPayload, {
    description: 'Asks for a bureau inquiry (gate G2); the answer arrives after the commit: read bureauInquiry.state',
  })
  @Permit('risk.inquire-bureau')
  inquireBureau(@Args('input') input: InquireBureauInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bureauInquiry: await this.inquiries.byId(context, await this.bureauCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => WaiveCheckPayload, { description: 'Asks to leave a method out; the risk manager decides (申请免除)' })
  @Permit('risk.waive-check')
  waiveCheck(@Args('input') input: WaiveCheckInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.waiveCase.execute(context.actor, input)),
    }));
  }
}

/** What the checks found; not for those who sold the loan. */
@Resolver(() => InvestigationType)
export class CheckFindingsResolver {
  constructor(private readonly inquiries: InquiriesOfInvestigation) {}

  @ResolveField(() => [CheckStatusType], { description: 'The four methods and where each stands' })
  checks(@Parent() investigation: InvestigationView) {
    const reasonOf = (method: string) =>
      investigation.waivers.find((waiver) => waiver.method === method && waiver.state === 'APPROVED')?.reason ?? null;
    return CHECK_METHODS.map((method) => ({ method, state: stateOfCheck(investigation, method), waiverReason: reasonOf(method) }));
  }

  @ResolveField(() => [SiteVisitType], { nullable: true })
  @Permit('risk.read-check')
  siteVisits(@Parent() investigation: InvestigationView) {
    return investigation.siteVisits.map((visit) => ({ ...visit, recordedBy: refer(visit.recordedBy) }));
  }

  @ResolveField(() => [PhoneVerificationType], { nullable: true })
  @Permit('risk.read-check')
  phoneVerifications(@Parent() investigation: InvestigationView) {
    return investigation.phoneVerifications.map((call) => ({ ...call, recordedBy: refer(call.recordedBy) }));
  }

  @ResolveField(() => BureauFindingType, { nullable: true })
  @Permit('risk.read-check')
  bureau(@Parent() investigation: InvestigationView) {
    return investigation.bureau;
  }

  @ResolveField(() => [BureauInquiryType], { nullable: true })
  @Permit('risk.read-check')
  bureauInquiries(@Parent() investigation: InvestigationView, @Context() context: GraphContext) {
    return this.inquiries.of(context, investigation.id);
  }

  @ResolveField(() => [DataAnalysisType], { nullable: true, description: 'The last one counts' })
  @Permit('risk.read-check')
  dataAnalyses(@Parent() investigation: InvestigationView) {
    return investigation.dataAnalyses.map((analysis) => ({ ...analysis, recordedBy: refer(analysis.recordedBy) }));
  }

  @ResolveField(() => [ContradictionType], { nullable: true })
  @Permit('risk.read-check')
  contradictions(@Parent() investigation: InvestigationView) {
    return investigation.contradictions;
  }

  @ResolveField(() => StoredScoreType, { nullable: true })
  @Permit('risk.read-check')
  score(@Parent() investigation: InvestigationView) {
    return investigation.score;
  }
}

import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { maskAccount } from '@weilend/auth';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import type { Certificate } from '../../domain/certificate/certificate.js';
import { CertificateQueries } from '../../queries/certificate/certificate.queries.js';
import { OpenCertificate } from '../../use-cases/certificate/open-certificate.use-case.js';
import { RecordCertificate } from '../../use-cases/certificate/record-certificate.use-case.js';
import { RequestCertificateFile } from '../../use-cases/certificate/request-certificate-file.use-case.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import { TrainingSessionType } from '../session/training-session.type.js';
import { CertificateLoader } from './certificate.loader.js';
import {
  CertificateConnection,
  CertificateType,
  OpenCertificateInput,
  OpenCertificatePayload,
  RecordCertificateInput,
  RecordCertificatePayload,
  RequestCertificateFileInput,
  RequestCertificateFilePayload,
} from './certificate.type.js';

/** Recording certificates and opening them. */
@Resolver()
export class CertificateMutationsResolver {
  constructor(
    private readonly certificates: CertificateLoader,
    private readonly requestFile: RequestCertificateFile,
    private readonly record: RecordCertificate,
    private readonly open: OpenCertificate,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestCertificateFilePayload, {
    description: 'Promises the paper of a certificate; upload it to the signed address (上传证书)',
  })
  @Permit('training.request-certificate-file')
  requestCertificateFile(@Args('input') input: RequestCertificateFileInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ upload: await this.requestFile.execute(context.actor, input) }));
  }

  @Mutation(() => RecordCertificatePayload, { description: 'Records a certificate of a person (登记证书) [6.4]' })
  @Permit('training.record-certificate')
  recordCertificate(@Args('input') input: RecordCertificateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      certificate: await this.certificates.byId(context, await this.record.execute(context.actor, input)),
    }));
  }

  @Mutation(() => OpenCertificatePayload, {
    description: 'The full number and the paper, for the holder and who looks after training (查看证书)',
  })
  @Permit('training.open-certificate')
  openCertificate(@Args('input') input: OpenCertificateInput, @Context() context: GraphContext) {
    return answer(this.texts, context, () => this.open.execute(context.actor as EmployeeActor, input));
  }
}

/** Certificates of people and what runs out. */
@Resolver(() => CertificateType)
export class CertificateResolver {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly sessions: TrainingSessionLoader,
  ) {}

  @Query(() => CertificateConnection, { description: 'Own certificates; of others for who looks after training (个人证书)' })
  @Permit('training.read-certificate')
  certificatesOfPerson(
    @Context() context: GraphContext,
    @Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.ofPerson(context.actor as EmployeeActor, employeeId, { first, after });
  }

  @Query(() => CertificateConnection, {
    description: 'Valid certificates that run out soon or have run out, the nearest first (即将到期证书)',
  })
  @Permit('training.read-certificate')
  expiringCertificates(
    @Context() context: GraphContext,
    @Args('withinDays', { type: () => Int, nullable: true, defaultValue: 60 }) withinDays: number,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.expiring(context.actor as EmployeeActor, withinDays, { first, after });
  }

  @ResolveField(() => String, { description: 'All but the last four places hidden' })
  numberMasked(@Parent() certificate: Certificate) {
    return maskAccount(certificate.number);
  }

  @ResolveField(() => Boolean)
  hasFile(@Parent() certificate: Certificate) {
    return certificate.fileId !== null;
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() certificate: Certificate) {
    return { id: certificate.employeeId };
  }

  @ResolveField(() => TrainingSessionType, { nullable: true })
  session(@Parent() certificate: Certificate, @Context() context: GraphContext) {
    return certificate.sessionId ? this.sessions.byId(context, certificate.sessionId) : null;
  }
}

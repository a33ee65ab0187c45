import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Certificate } from '../../domain/certificate/certificate.js';
import { CertificateQueries } from '../../queries/certificate/certificate.queries.js';

@Injectable()
export class CertificateLoader extends EntityLoader<Certificate> {
  readonly typeName = 'TrainingCertificate';

  constructor(private readonly certificates: CertificateQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly Certificate[]> {
    return this.certificates.byIds(ids, actor);
  }
}

import { Directive, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { CertificateStateEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingFileTicketType, UploadInput } from '../references.type.js';

@ObjectType('TrainingCertificate', { description: 'What an institution has certified of a person (培训证书)' })
@Directive('@key(fields: "id")')
@Permit('training.read-certificate')
export class CertificateType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly institution!: string;

  @Field(() => LocalDate)
  readonly issuedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Null for one that never runs out' })
  readonly expiresOn!: string | null;

  @Field(() => CertificateStateEnum)
  readonly state!: string;

  @Field(() => ID, { nullable: true, description: 'The certificate that took its place' })
  readonly renewedById!: string | null;

  readonly employeeId!: string;
  readonly sessionId!: string | null;
  readonly number!: string;
  readonly fileId!: string | null;
}

export const CertificateConnection = connectionOf(CertificateType, 'TrainingCertificate');

@InputType()
export class RecordCertificateInput extends KeyedInput {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => ID, { nullable: true, description: 'The external training that it came of' })
  readonly sessionId?: string | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly institution!: string;

  @Field(() => String, { description: 'Given once by its institution; shown masked, in full by openCertificate' })
  readonly number!: string;

  @Field(() => LocalDate)
  readonly issuedOn!: LocalDateText;

  @Field(() => LocalDate, { nullable: true })
  readonly expiresOn?: LocalDateText | null;

  @Field(() => ID, { nullable: true, description: 'The paper, uploaded by requestCertificateFile for the same person' })
  readonly fileId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The certificate that this one takes the place of' })
  readonly renewsId?: string | null;
}

@InputType()
export class RequestCertificateFileInput extends UploadInput {
  @Field(() => ID)
  readonly employeeId!: string;
}

@InputType()
export class OpenCertificateInput {
  @Field(() => ID)
  readonly certificateId!: string;
}

@ObjectType()
export class RecordCertificatePayload extends MutationPayload {
  @Field(() => CertificateType, { nullable: true })
  readonly certificate?: CertificateType | null;
}

@ObjectType()
export class RequestCertificateFilePayload extends MutationPayload {
  @Field(() => TrainingFileTicketType, { nullable: true })
  readonly upload?: TrainingFileTicketType | null;
}

@ObjectType()
export class OpenCertificatePayload extends MutationPayload {
  @Field(() => String, { nullable: true })
  readonly number?: string | null;

  @Field(() => TrainingFileTicketType, { nullable: true, description: 'Null when no paper was kept' })
  readonly file?: TrainingFileTicketType | null;
}

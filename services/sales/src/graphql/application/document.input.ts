import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { DocumentType } from '../../domain/application/documents.js';
import { DocumentTypeEnum } from '../enum.type.js';

@InputType()
export class AttachDocumentInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => DocumentTypeEnum)
  readonly type!: DocumentType;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => ID, { nullable: true })
  readonly replacesDocumentId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which the paper holds, as it says itself' })
  readonly validUntil?: LocalDateText | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; refused when somebody changed it since' })
  readonly expectedVersion?: number | null;
}

@InputType()
export class JudgeDocumentInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID)
  readonly documentId!: string;

  @Field(() => Boolean)
  readonly isComplete!: boolean;

  @Field(() => Boolean)
  readonly isTrue!: boolean;

  @Field(() => Boolean)
  readonly isValid!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed when one is no' })
  readonly reason?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; refused when somebody changed it since' })
  readonly expectedVersion?: number | null;
}

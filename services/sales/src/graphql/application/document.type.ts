import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { ChecklistStatusEnum, DocumentTypeEnum } from '../enum.type.js';

@ObjectType('DocumentJudgement', { description: 'The three verdicts on a document (齐全、真实、有效)' })
export class DocumentJudgement {
  @Field(() => Boolean)
  readonly isComplete!: boolean;

  @Field(() => Boolean)
  readonly isTrue!: boolean;

  @Field(() => Boolean)
  readonly isValid!: boolean;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('ApplicationDocument', { description: 'A document of an application (申请资料)' })
export class ApplicationDocumentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DocumentTypeEnum)
  readonly type!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => Int, { description: 'Round in which it was handed in' })
  readonly round!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which the paper holds, as it says itself' })
  readonly validUntil!: string | null;

  @Field(() => DateTime)
  readonly attachedAt!: Date;

  @Field(() => [DocumentJudgement], { description: 'Oldest first; the last one counts' })
  readonly judgements!: readonly DocumentJudgement[];

  @Field(() => ID, { nullable: true, description: 'The document that took its place' })
  readonly replacedBy!: string | null;
}

@ObjectType('DocumentChecklistItem', { description: 'A kind of document and how it stands (资料清单)' })
export class DocumentChecklistItem {
  @Field(() => DocumentTypeEnum)
  readonly type!: string;

  @Field(() => Boolean, { nullable: true, description: 'False for what was brought without being asked' })
  readonly isNeeded!: boolean;

  @Field(() => String, { nullable: true, description: 'What it is to show, in words for the customer' })
  readonly why!: string;

  @Field(() => ChecklistStatusEnum)
  readonly status!: string;

  @Field(() => ID, { nullable: true, description: 'The worst of its current documents' })
  readonly documentId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly validUntil!: string | null;

  @Field(() => DocumentJudgement, { nullable: true })
  readonly verdicts!: DocumentJudgement | null;

  @Field(() => Int, { nullable: true, description: 'Documents that another one has replaced' })
  readonly earlierVersions!: number;
}

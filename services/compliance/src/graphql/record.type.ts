import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import { DossierCompletenessEnum, DossierPieceKindEnum } from './enum.type.js';

@ObjectType('AccessLogEntry', { description: 'A full view of personal data (客户信息查看记录)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-access-log')
export class AccessLogEntryType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => [String], { name: 'fields', description: 'What was seen' })
  readonly viewedFields!: string[];

  @Field(() => DateTime)
  readonly viewedAt!: Date;

  @Field(() => String, { description: 'Department in which the data were seen' })
  readonly source!: string;

  readonly viewerId!: string;
}

export const AccessLogConnection = connectionOf(AccessLogEntryType, 'AccessLogEntry');

@ObjectType('DossierPiece', { description: 'A piece of a dossier with its hash (档案材料)' })
export class DossierPieceView {
  @Field(() => DossierPieceKindEnum)
  readonly kind!: string;

  @Field(() => ID)
  readonly pieceId!: string;

  @Field(() => String, { description: 'SHA-256' })
  readonly hash!: string;

  @Field(() => String, { description: 'Department that the piece came from' })
  readonly source!: string;

  @Field(() => DateTime)
  readonly filedAt!: Date;
}

@ObjectType('ApplicationDossier', { description: 'What an inspector asks for (业务档案)' })
export class ApplicationDossierView {
  @Field(() => DossierCompletenessEnum)
  readonly completeness!: string;

  @Field(() => [DossierPieceKindEnum])
  readonly missing!: string[];

  @Field(() => String, { description: 'SHA-256 over all pieces' })
  readonly hash!: string;

  @Field(() => [DossierPieceView])
  readonly pieces!: DossierPieceView[];

  @Field(() => [DossierPieceView], { description: 'Pieces that came back with another hash' })
  readonly conflicts!: DossierPieceView[];
}

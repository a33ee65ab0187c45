import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money, MutationPayload } from '@weilend/graphql';
import type { LoanPreview } from '../../domain/loan/loan-preview.js';
import { instalmentView, LoanInstalmentType } from '../loan.type.js';

@ObjectType('LoanPreview', { description: 'What would become of a loan (试算); nothing is stored' })
export class LoanPreviewType {
  @Field(() => [LoanInstalmentType])
  readonly rows!: LoanInstalmentType[];

  @Field(() => Money, { description: 'Principal that would still be owed' })
  readonly outstanding!: number;

  @Field(() => Money, { description: 'Interest still to come by the schedule in force' })
  readonly interestBefore!: number;

  @Field(() => Money, { description: 'Interest still to come by the new one' })
  readonly interestAfter!: number;

  @Field(() => Money, { description: 'The first instalment to come; nothing when the loan would end' })
  readonly nextInstalment!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Last due day; null when the loan would end' })
  readonly maturesOn!: string | null;
}

@ObjectType()
export class LoanPreviewPayload extends MutationPayload {
  @Field(() => LoanPreviewType, { nullable: true })
  readonly preview?: LoanPreviewType | null;
}

export function previewView(preview: LoanPreview): LoanPreviewType {
  return {
    rows: preview.rows.map(instalmentView),
    outstanding: preview.outstandingFen,
    interestBefore: preview.interestBeforeFen,
    interestAfter: preview.interestAfterFen,
    nextInstalment: preview.nextInstalmentFen,
    maturesOn: preview.maturesOn,
  };
}

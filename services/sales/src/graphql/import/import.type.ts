import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import type { RefusalData } from '@weilend/kernel';
import type { ImportKind } from '../../domain/import/import-columns.js';
import { ImportKindEnum, ImportModeEnum, ImportStateEnum } from '../enum.type.js';

@ObjectType('ImportColumn', { description: 'A column that a file may have (导入列)' })
export class ImportColumnType {
  @Field(() => String, { description: 'English title' })
  readonly key!: string;

  @Field(() => String, { description: 'Chinese title' })
  readonly titleZh!: string;

  @Field(() => [String], { description: 'Other titles that are understood' })
  readonly alsoCalled!: readonly string[];

  @Field(() => Boolean)
  readonly required!: boolean;

  @Field(() => String, { description: 'For the template' })
  readonly example!: string;
}

@ObjectType('ImportCounts', { description: 'Rows of a file by what became of them (行数统计)' })
export class ImportCountsType {
  @Field(() => Int, { description: 'Read and checked so far' })
  readonly rows!: number;

  @Field(() => Int)
  readonly good!: number;

  @Field(() => Int, { description: 'With at least one mistake, duplicates among them' })
  readonly bad!: number;

  @Field(() => Int)
  readonly duplicatesInFile!: number;

  @Field(() => Int)
  readonly duplicatesOnFile!: number;

  @Field(() => Int)
  readonly imported!: number;

  @Field(() => Int, { description: 'Good when checked, and wrong when their turn came' })
  readonly failed!: number;
}

@ObjectType('ImportSampleCell')
export class ImportSampleCell {
  @Field(() => String)
  readonly column!: string;

  @Field(() => String, { description: 'Personal values are masked' })
  readonly value!: string;
}

@ObjectType('ImportSample', { description: 'A row as it will be kept (预览行)' })
export class ImportSampleType {
  @Field(() => Int)
  readonly line!: number;

  @Field(() => [ImportSampleCell])
  readonly cells!: readonly ImportSampleCell[];
}

@ObjectType('ImportProblem', { description: 'What is wrong with a row (行错误)' })
export class ImportProblemType {
  @Field(() => Int, { description: 'Line of the file, from 1' })
  readonly line!: number;

  @Field(() => Int, { description: 'Last line of the row: cells may hold line breaks' })
  readonly toLine!: number;

  @Field(() => String, { nullable: true, description: 'Key of the column; null when the whole row is wrong' })
  readonly column!: string | null;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { nullable: true, description: 'Beginning of the value, the rest hidden' })
  readonly shown!: string | null;

  @Field(() => Boolean, { description: 'Found when the row was to be taken in, not before' })
  readonly atWrite!: boolean;

  readonly data!: RefusalData;

  readonly kind!: ImportKind;
}

export const ImportProblemConnection = connectionOf(ImportProblemType, 'ImportProblem');

@ObjectType('ImportedRow', { description: 'What a row became (导入结果)' })
export class ImportedRowType {
  @Field(() => Int)
  readonly line!: number;

  readonly leadId!: string | null;

  readonly customerId!: string | null;
}

export const ImportedRowConnection = connectionOf(ImportedRowType, 'ImportedRow');

@ObjectType('ImportRun', { description: 'A file of leads or customers that is taken in (批量导入)' })
@Permit('sales.read-import')
export class ImportRunType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ImportKindEnum)
  readonly kind!: ImportKind;

  @Field(() => ImportModeEnum)
  readonly mode!: string;

  @Field(() => ImportStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => String)
  readonly encoding!: string;

  @Field(() => Int, { description: 'Of the whole work; poll it' })
  readonly percent!: number;

  @Field(() => DateTime, { nullable: true, description: 'About when it will be over' })
  readonly endsAbout!: Date | null;

  @Field(() => ImportCountsType)
  readonly counts!: ImportCountsType;

  @Field(() => [ImportSampleType], { description: 'The first good rows, masked' })
  readonly samples!: readonly ImportSampleType[];

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly finishedAt!: Date | null;

  readonly ownerId!: string;

  readonly failure!: { readonly code: string; readonly data: RefusalData } | null;
}

export const ImportRunConnection = connectionOf(ImportRunType, 'ImportRun');

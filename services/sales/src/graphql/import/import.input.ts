import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ImportKind } from '../../domain/import/import-columns.js';
import type { ImportMode } from '../../domain/import/import-run.js';
import { ImportKindEnum, ImportModeEnum } from '../enum.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class StartImportInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'A file that was uploaded with requestUpload for IMPORT by the same person' })
  readonly fileId!: string;

  @Field(() => ImportKindEnum)
  readonly kind!: ImportKind;

  @Field(() => ImportModeEnum)
  readonly mode!: ImportMode;

  @Field(() => ID, { nullable: true, description: 'Whose the rows are that name nobody; only for the manager, who imports when left out' })
  readonly salespersonId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Take the same file in once more' })
  readonly again?: boolean | null;
}

@InputType()
export class CancelImportInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly runId!: string;
}

@ArgsType()
export class ImportPageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

import { Args, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Files } from '@weilend/files';
import { answer, DateTime, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BankStatementQueries } from '../queries/bank-statement.queries.js';
import { ImportBankStatement } from '../use-cases/import-bank-statement/import-bank-statement.use-case.js';
import { RequestStatementUpload } from '../use-cases/request-statement-upload/request-statement-upload.use-case.js';
import { ImportBankStatementInput, RequestStatementUploadInput } from './bank-statement.input.js';
import { BankStatementsById, ProgressOfStatement } from './bank-statement.loader.js';
import { BankStatementConnection, BankStatementType, StatementProgressType, statementView } from './bank-statement.type.js';
import { mapPage } from './map-page.js';

@ObjectType('StatementUpload', { description: 'A signed address to PUT the bytes of a bank file to' })
export class StatementUploadType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

@ObjectType()
export class RequestStatementUploadPayload extends MutationPayload {
  @Field(() => StatementUploadType, { nullable: true })
  readonly upload?: StatementUploadType | null;
}

@ObjectType()
export class ImportBankStatementPayload extends MutationPayload {
  @Field(() => BankStatementType, { nullable: true })
  readonly bankStatement?: BankStatementType | null;
}

/** Files of banks that are taken in. */
@Resolver(() => BankStatementType)
export class BankStatementActsResolver {
  constructor(
    private readonly files: Files,
    private readonly requestUpload: RequestStatementUpload,
    private readonly importStatement: ImportBankStatement,
    private readonly loader: BankStatementsById,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestStatementUploadPayload, { description: 'A signed address to upload a bank file to (申请上传银行流水)' })
  @Permit('finance.request-statement-upload')
  requestStatementUpload(@Args('input') input: RequestStatementUploadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      upload: await this.files.uploadTicket(await this.requestUpload.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ImportBankStatementPayload, {
    description:
      'Take in an uploaded bank file; its lines are matched in the background, ask bankStatement for the progress (导入银行流水)',
  })
  @Permit('finance.import-bank-statement')
  importBankStatement(@Args('input') input: ImportBankStatementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      bankStatement: await this.loader.firstOf(context, await this.importStatement.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => BankStatementType)
export class BankStatementResolver {
  constructor(
    private readonly queries: BankStatementQueries,
    private readonly loader: BankStatementsById,
    private readonly progress: ProgressOfStatement,
  ) {}

  @Query(() => BankStatementType, { nullable: true })
  @Permit('finance.read-bank-statement')
  bankStatement(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.firstOf(context, id);
  }

  @Query(() => BankStatementConnection, { name: 'bankStatements', description: 'Imported bank files, newest first' })
  @Permit('finance.read-bank-statement')
  async listBankStatements(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return mapPage(await this.queries.listStatements({ first, after }), statementView);
  }

  @ResolveField('progress', () => StatementProgressType)
  progressOf(@Parent() statement: BankStatementType, @Context() context: GraphContext) {
    return this.progress.firstOf(context, statement.id);
  }
}

export const bankStatementResolvers = [BankStatementActsResolver, BankStatementResolver];

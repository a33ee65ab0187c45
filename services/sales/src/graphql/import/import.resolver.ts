import { Args, Context, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Files } from '@weilend/files';
import { answer, MutationPayload, Permit, RefusalTexts, UserError } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DomainError } from '@weilend/kernel';
import { columnsOf, titleOf } from '../../domain/import/import-columns.js';
import type { ImportKind } from '../../domain/import/import-columns.js';
import { ImportQueries } from '../../queries/import/import.queries.js';
import { CancelImport } from '../../use-cases/import/cancel-import.use-case.js';
import { StartImport } from '../../use-cases/import/start-import.use-case.js';
import { FileTicketType } from '../contract/contract.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { LeadType } from '../acquisition/lead.type.js';
import { ImportKindEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { CancelImportInput, ImportPageArgs, StartImportInput } from './import.input.js';
import { ImportRunLoader } from './import.loader.js';
import {
  ImportColumnType,
  ImportedRowConnection,
  ImportedRowType,
  ImportProblemConnection,
  ImportProblemType,
  ImportRunConnection,
  ImportRunType,
} from './import.type.js';

@ObjectType()
export class StartImportPayload extends MutationPayload {
  @Field(() => ImportRunType, { nullable: true })
  readonly importRun?: ImportRunType | null;
}

@ObjectType()
export class CancelImportPayload extends MutationPayload {
  @Field(() => ImportRunType, { nullable: true })
  readonly importRun?: ImportRunType | null;
}

/** Files of leads and customers that are taken in. */
@Resolver()
export class ImportActsResolver {
  constructor(
    private readonly loader: ImportRunLoader,
    private readonly startImportCase: StartImport,
    private readonly cancelImportCase: CancelImport,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => [ImportColumnType], { description: 'The columns that a file may have, in the order of the template (导入模板)' })
  @Permit('sales.read-import')
  importColumns(@Args('kind', { type: () => ImportKindEnum }) kind: ImportKind) {
    return columnsOf(kind);
  }

  @Mutation(() => StartImportPayload, { description: 'Checks an uploaded file and takes it in, in the background (批量导入)' })
  @Permit('sales.start-import')
  startImport(@Args('input') input: StartImportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      importRun: await this.loader.byId(context, await this.startImportCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CancelImportPayload, { description: 'Stops an import; rows that are in stay in (取消导入)' })
  @Permit('sales.cancel-import')
  cancelImport(@Args('input') input: CancelImportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      importRun: await this.loader.byId(context, await this.cancelImportCase.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => ImportRunType)
export class ImportRunResolver {
  constructor(
    private readonly loader: ImportRunLoader,
    private readonly queries: ImportQueries,
    private readonly files: Files,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => ImportRunType, { nullable: true })
  @Permit('sales.read-import')
  importRun(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ImportRunConnection, { description: 'Imports that one may see, newest first' })
  @Permit('sales.read-import')
  importRuns(@Args() page: ImportPageArgs, @Context() context: GraphContext) {
    return this.queries.runs(page, context.actor);
  }

  @ResolveField(() => EmployeeStub, { description: 'Who brought the file' })
  importedBy(@Parent() run: ImportRunType) {
    return { id: run.ownerId };
  }

  @ResolveField(() => UserError, { nullable: true, description: 'Why the run was given up' })
  failure(@Parent() { failure }: ImportRunType, @Context() { locale }: GraphContext) {
    return failure && this.texts.toUserErrors(new DomainError(failure.code, failure.data), locale)[0];
  }

  @ResolveField(() => ImportProblemConnection, { description: 'What is wrong with rows, in the order of the file' })
  problems(@Parent() run: ImportRunType, @Args() page: ImportPageArgs) {
    return this.queries.problems(run, page);
  }

  @ResolveField(() => ImportedRowConnection, { description: 'What rows became, in the order of the file' })
  imported(@Parent() run: ImportRunType, @Args() page: ImportPageArgs) {
    return this.queries.imported(run, page);
  }

  @ResolveField(() => FileTicketType, { description: 'Address of a CSV file of everything that is wrong, good for five minutes' })
  errorFile(@Parent() run: ImportRunType) {
    return this.files.madeTicket(run.id);
  }
}

@Resolver(() => ImportProblemType)
export class ImportProblemResolver {
  constructor(private readonly texts: RefusalTexts) {}

  @ResolveField(() => String, { nullable: true, description: 'Title of the column in Chinese' })
  columnTitle(@Parent() { kind, column }: ImportProblemType) {
    return column && titleOf(kind, column);
  }

  @ResolveField(() => String, { description: 'What is wrong and what to do, in Chinese or English by Accept-Language' })
  message(@Parent() { code, data }: ImportProblemType, @Context() { locale }: GraphContext) {
    return this.texts.toUserErrors(new DomainError(code, data), locale)[0]?.message ?? code;
  }
}

@Resolver(() => ImportedRowType)
export class ImportedRowResolver {
  constructor(
    private readonly leads: LeadLoader,
    private readonly customers: CustomerLoader,
  ) {}

  @ResolveField(() => LeadType, { nullable: true })
  lead(@Parent() { leadId }: ImportedRowType, @Context() context: GraphContext) {
    return leadId && this.leads.byId(context, leadId);
  }

  @ResolveField(() => CustomerType, { nullable: true })
  customer(@Parent() { customerId }: ImportedRowType, @Context() context: GraphContext) {
    return customerId && this.customers.byId(context, customerId);
  }
}

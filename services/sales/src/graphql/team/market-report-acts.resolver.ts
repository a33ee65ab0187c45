import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { WriteMarketReport } from '../../use-cases/team/write-market-report.use-case.js';
import { CorrectMarketReport } from '../../use-cases/team/correct-market-report.use-case.js';
import { ConcludeMarketReport } from '../../use-cases/team/conclude-market-report.use-case.js';
import { ConcludeMarketReportInput, CorrectMarketReportInput, WriteMarketReportInput } from './team.input.js';
import { MarketReportLoader } from './team.loader.js';
import { MarketReportType } from './team.type.js';

@ObjectType()
export class WriteMarketReportPayload extends MutationPayload {
  @Field(() => MarketReportType, { nullable: true })
  readonly marketReport?: MarketReportType | null;
}

@ObjectType()
export class CorrectMarketReportPayload extends MutationPayload {
  @Field(() => MarketReportType, { nullable: true })
  readonly marketReport?: MarketReportType | null;
}

@ObjectType()
export class ConcludeMarketReportPayload extends MutationPayload {
  @Field(() => MarketReportType, { nullable: true })
  readonly marketReport?: MarketReportType | null;
}

/** What is done with market reports. */
@Resolver()
export class MarketReportActsResolver {
  constructor(
    private readonly loader: MarketReportLoader,
    private readonly writeMarketReportCase: WriteMarketReport,
    private readonly correctMarketReportCase: CorrectMarketReport,
    private readonly concludeMarketReportCase: ConcludeMarketReport,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => WriteMarketReportPayload, { description: 'Writes a report on the market or a competitor (撰写市场报告)' })
  @Permit('sales.write-market-report')
  writeMarketReport(@Args('input') input: WriteMarketReportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      marketReport: await this.loader.byId(context, await this.writeMarketReportCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CorrectMarketReportPayload, {
    description: 'The author corrects a report; the first text stays beside it (更正市场报告)',
  })
  @Permit('sales.correct-market-report')
  correctMarketReport(@Args('input') input: CorrectMarketReportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      marketReport: await this.loader.byId(context, await this.correctMarketReportCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ConcludeMarketReportPayload, { description: 'The manager says what follows for the department (形成结论)' })
  @Permit('sales.conclude-market-report')
  concludeMarketReport(@Args('input') input: ConcludeMarketReportInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      marketReport: await this.loader.byId(context, await this.concludeMarketReportCase.execute(context.actor, input)),
    }));
  }
}

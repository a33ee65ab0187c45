import { Args, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { PortfolioQueries } from '../queries/portfolio.queries.js';
import { PortfolioDayType, portfolioDayView, PortfolioType, portfolioView } from './portfolio.type.js';

@Resolver(() => PortfolioType)
export class PortfolioResolver {
  constructor(private readonly portfolios: PortfolioQueries) {}

  @Query(() => PortfolioType, {
    name: 'portfolio',
    nullable: true,
    description:
      'Figures of the portfolio at the end of a business day, the newest when left out; null for a day that was not counted (贷款组合)',
  })
  @Permit('finance.read-portfolio')
  async portfolioOn(@Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null) {
    const portfolio = await this.portfolios.of(on ?? null);
    return portfolio && portfolioView(portfolio);
  }

  @Query(() => [PortfolioDayType], {
    name: 'portfolioDays',
    description: 'Figures day by day, oldest first, of at most 370 days; days that were not counted are missing (贷款组合走势)',
  })
  @Permit('finance.read-portfolio')
  async listPortfolioDays(
    @Args('from', { type: () => LocalDate }) from: LocalDateText,
    @Args('to', { type: () => LocalDate }) to: LocalDateText,
  ) {
    return (await this.portfolios.series(from, to)).map(portfolioDayView);
  }
}

import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';

@ObjectType({ description: 'Where a page ends' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;
}

/** Relay connection type of a node; resolvers return a `Page` of `@weilend/mongo`, e.g. `connectionOf(Loan, 'Loan')` -> `LoanConnection` with `LoanEdge`. */
export function connectionOf<T extends object>(node: Type<T>, name: string): Type<unknown> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    readonly cursor!: string;

    @Field(() => node)
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge])
    readonly edges!: Edge[];

    @Field(() => [node], { description: 'The nodes without their cursors' })
    readonly nodes!: T[];

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'Counted only when asked for; null above 10000' })
    readonly totalCount!: number | null;
  }
  return Connection;
}

// An entity as people read it: queries, type, loader, resolver, as text. Layout is the formatter's work.
import type { EntityParts } from './entity.ts';

export function printGraphFiles(parts: EntityParts): Record<string, string> {
  const { department, name } = parts;
  const { kebab } = name;
  const source = `services/${department}/src`;
  return {
    [`${source}/queries/${kebab}.queries.ts`]: queriesOf(parts),
    [`${source}/graphql/${kebab}.type.ts`]: typeOf(parts),
    [`${source}/graphql/${kebab}.loader.ts`]: loaderOf(parts),
    [`${source}/graphql/${kebab}.resolver.ts`]: resolverOf(parts),
  };
}

function queriesOf({ name, plural }: EntityParts): string {
  const { kebab, pascal, camel } = name;
  return `import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ${pascal} } from '../domain/${kebab}/${kebab}.js';
import { ${camel}Collection } from '../persistence/${kebab}.schema.js';

/** The read side of ${plural.words}. */
@Injectable()
export class ${pascal}Queries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<${pascal}[]> {
    const rows = await this.model()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(to${pascal});
  }

  list(page: PageRequest): Promise<Page<${pascal}>> {
    return pageOf(this.model(), page, { filter: {}, map: to${pascal} });
  }

  private model() {
    return this.database.model(${camel}Collection);
  }
}

function to${pascal}({ _id, ...rest }: Stored): ${pascal} {
  return { id: _id, ...rest } as unknown as ${pascal};
}
`;
}

function typeOf({ name, department, says }: EntityParts): string {
  const { kebab, pascal } = name;
  return `import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, Permit } from '@weilend/graphql';

@ObjectType('${pascal}', { description: ${JSON.stringify(says)} })
@Directive('@key(fields: "id")')
@Permit('${department}.read-${kebab}')
export class ${pascal}Type {
  @Field(() => ID)
  readonly id!: string;
}

export const ${pascal}Connection = connectionOf(${pascal}Type, '${pascal}');
`;
}

function loaderOf({ name, plural }: EntityParts): string {
  const { kebab, pascal } = name;
  return `import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { ${pascal} } from '../domain/${kebab}/${kebab}.js';
import { ${pascal}Queries } from '../queries/${kebab}.queries.js';

@Injectable()
export class ${pascal}Loader extends EntityLoader<${pascal}> {
  readonly typeName = '${pascal}';

  constructor(private readonly ${plural.camel}: ${pascal}Queries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ${pascal}[]> {
    return this.${plural.camel}.byIds(ids);
  }
}
`;
}

function resolverOf({ name, department, plural }: EntityParts): string {
  const { kebab, pascal, camel } = name;
  return `import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ${pascal}Queries } from '../queries/${kebab}.queries.js';
import { ${pascal}Loader } from './${kebab}.loader.js';
import { ${pascal}Connection, ${pascal}Type } from './${kebab}.type.js';

@Resolver(() => ${pascal}Type)
export class ${pascal}Resolver {
  constructor(
    private readonly loader: ${pascal}Loader,
    private readonly queries: ${pascal}Queries,
  ) {}

  @Query(() => ${pascal}Type, { nullable: true })
  @Permit('${department}.read-${kebab}')
  ${camel}(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ${pascal}Connection)
  @Permit('${department}.read-${kebab}')
  ${plural.camel}(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.list({ first, after });
  }
}
`;
}

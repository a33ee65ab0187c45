// The files of a use case as text. Layout is the formatter's work, not theirs.
import { builderOf } from './naming.ts';
import type { UseCaseParts } from './use-case.ts';

export function printUseCase({ useCase, entity, eventType, says, rule }: UseCaseParts): string {
  const { camel } = entity.name;
  const repository = plural(entity.repository);
  return `import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { ${useCase.camel} } from '../../domain/${entity.folder}/${useCase.kebab}.js';
import { ${entity.repository} } from '../../persistence/${entity.name.kebab}.repository.js';

export interface ${useCase.pascal}Request {
  readonly requestKey?: string | null;
  readonly ${camel}Id: string;
}

/** ${says} [${rule}] */
@Injectable()
export class ${useCase.pascal} {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ${repository}: ${entity.repository},
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: ${useCase.pascal}Request): Promise<string> {
    return this.work.once({ operation: '${useCase.kebab}', actor, input }, async (tx) => {
      const ${camel} = ${useCase.camel}(await this.${repository}.get(input.${camel}Id, tx), input);
      await this.${repository}.save(${camel}, tx);
      await this.outbox.add(event('${eventType}', ${camel}.id, { ${camel}Id: ${camel}.id }), tx);
      return ${camel}.id;
    });
  }
}
`;
}

export function printInput({ useCase, entity }: UseCaseParts): string {
  return `import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ${useCase.pascal}Input {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly ${entity.name.camel}Id!: string;
}
`;
}

export function printResolver({ department, useCase, entity, says }: UseCaseParts): string {
  const { kebab, camel } = entity.name;
  return `import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ${useCase.pascal} } from '../use-cases/${useCase.kebab}/${useCase.kebab}.use-case.js';
import { ${entity.loader} } from './${kebab}.loader.js';
import { ${entity.graphType} } from './${kebab}.type.js';
import { ${useCase.pascal}Input } from './${useCase.kebab}.input.js';

@ObjectType()
export class ${useCase.pascal}Payload extends MutationPayload {
  @Field(() => ${entity.graphType}, { nullable: true })
  readonly ${camel}?: ${entity.graphType} | null;
}

@Resolver()
export class ${useCase.pascal}Resolver {
  constructor(
    private readonly useCase: ${useCase.pascal},
    private readonly loader: ${entity.loader},
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ${useCase.pascal}Payload, { description: ${JSON.stringify(says)} })
  @Permit('${department}.${useCase.kebab}')
  ${useCase.camel}(@Args('input') input: ${useCase.pascal}Input, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      ${camel}: await this.loader.byId(context, await this.useCase.execute(context.actor, input)),
    }));
  }
}
`;
}

export function printDomainSpec({ useCase, entity, rule }: UseCaseParts): string {
  const builder = builderOf(entity.name);
  const up = '../'.repeat(entity.folder.split('/').length + 2);
  return `import { describe, expect, test } from '@jest/globals';
import { ${builder} } from '${up}test/builders/${entity.name.kebab}.builder.js';
import type { ${entity.type} } from './${entity.name.kebab}.js';
import { ${useCase.camel} } from './${useCase.kebab}.js';

type Input = Parameters<typeof ${useCase.camel}>[1];

/** Name, what is given, the input, what changes. */
const accepted: readonly [string, Partial<${entity.type}>, Input, Partial<${entity.type}>][] = [];

/** Name, what is given, the input, the code of the refusal. */
const refused: readonly [string, Partial<${entity.type}>, Input, string][] = [];

describe('${useCase.words} [${rule}]', () => {
  test.each(accepted)('%s', (_name, given, input, changes) => {
    const before = ${builder}(given);
    expect(${useCase.camel}(before, input)).toEqual({ ...before, ...changes });
  });

  test.each(refused)('refuses %s', (_name, given, input, code) => {
    expect(() => ${useCase.camel}(${builder}(given), input)).toThrow(code);
  });

  test('refuses more than it accepts', () => {
    expect(refused.length).toBeGreaterThan(accepted.length);
  });
});
`;
}

export function printIntegrationSpec(parts: UseCaseParts): string {
  const { department, useCase, entity, role } = parts;
  const { camel } = entity.name;
  const builder = builderOf(entity.name);
  const repository = plural(entity.repository);
  return `import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { ${builder} } from '../../../test/builders/${entity.name.kebab}.builder.js';
import { ${department}Errors } from '../../domain/${department}.errors.js';
import type { ${entity.type} } from '../../domain/${entity.folder}/${entity.name.kebab}.js';
import { ${entity.repository} } from '../../persistence/${entity.name.kebab}.repository.js';
import { ${entity.collection} } from '../../persistence/${entity.name.kebab}.schema.js';
import { ${useCase.pascal} } from './${useCase.kebab}.use-case.js';
import type { ${useCase.pascal}Request } from './${useCase.kebab}.use-case.js';

type Input = Omit<${useCase.pascal}Request, '${camel}Id' | 'requestKey'>;

/** Name, what is given, the input, what the database holds afterwards, what the fact tells. */
const accepted: readonly [string, Partial<${entity.type}>, Input, Partial<${entity.type}>, object][] = [];

/** Name, what is given, the input, the code of the refusal. */
const refused: readonly [string, Partial<${entity.type}>, Input, string][] = [];

const actor = person('${department}', '${role}');
let platform: PlatformUnderTest;
let ${repository}: ${entity.repository};
let useCase: ${useCase.pascal};

beforeAll(async () => {
  platform = await testPlatform('${department}', { errors: ${department}Errors, collections: [${entity.collection}] });
  ${repository} = new ${entity.repository}(platform.database);
  useCase = new ${useCase.pascal}(platform.work, ${repository}, platform.outbox);
});

afterAll(() => platform.stop());

async function stored(given: Partial<${entity.type}>): Promise<${entity.type}> {
  return platform.work.run({ actor, operation: 'given' }, (tx) => ${repository}.insert(${builder}(given), tx));
}

const read = (id: string): Promise<${entity.type}> => platform.work.run({ actor, operation: 'read' }, (tx) => ${repository}.get(id, tx));
const factsAbout = async (id: string) => (await sentMessages(platform)).filter(({ subject }) => subject === id);

${integrationTests(parts)}`;
}

function integrationTests({ useCase, entity, eventType, rule }: UseCaseParts): string {
  const { camel } = entity.name;
  return `describe('${useCase.words} [${rule}]', () => {
  test.each(accepted)('%s: saved and announced, once', async (_name, given, input, then, fact) => {
    const { id } = await stored(given);
    const request = { ...input, ${camel}Id: id, requestKey: newId('key') };
    expect(await useCase.execute(actor, request)).toBe(id);
    expect(await useCase.execute(actor, request)).toBe(id);
    expect(await read(id)).toMatchObject({ ...then, version: 2 });
    expect(await factsAbout(id)).toMatchObject([{ type: '${eventType}', data: { ${camel}Id: id, ...fact } }]);
  });

  test.each(refused)('%s: refused, and nothing changes', async (_name, given, input, code) => {
    const { id } = await stored(given);
    const before = await read(id);
    await expect(useCase.execute(actor, { ...input, ${camel}Id: id })).rejects.toMatchObject({ code });
    expect(await read(id)).toEqual(before);
    expect(await factsAbout(id)).toEqual([]);
  });
});
`;
}

/** The repository's variable: `employees` of `Employees`. */
function plural(repository: string): string {
  return repository.charAt(0).toLowerCase() + repository.slice(1);
}

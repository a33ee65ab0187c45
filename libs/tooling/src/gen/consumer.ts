// A reaction to another department: parses nothing, calls one use case inside of the inbox transaction. The use case must exist; what it makes of
// the message is a person's work, and so is the message in the spec.
import type { SourceTree } from '../workspace/tree.ts';
import { withElement, withImport } from './edit.ts';
import { requireDepartment } from './found.ts';
import { GeneratorProblem, nameOf } from './naming.ts';
import type { Name } from './naming.ts';
import type { Plan } from './plan.ts';

export interface ConsumerOptions {
  readonly department: string;
  /** A sentence: `open-order-when-contract-signed`. */
  readonly name: string;
  /** Message type: `sales.contract-signed.v1` or `handoff.disburse-loan.v1`. */
  readonly on: string;
  /** The use case that it calls. */
  readonly useCase: string;
}

interface Parts {
  readonly department: string;
  readonly consumer: Name;
  readonly useCase: Name;
  readonly on: string;
  /** Name of the handoff, when it is one. */
  readonly handoff: string | undefined;
}

export function planConsumer(tree: SourceTree, { department, name, on, useCase }: ConsumerOptions): Plan {
  requireDepartment(tree, department);
  const known = tree.files.filter((path) => path.startsWith('libs/contracts/src/')).map((path) => tree.read(path));
  const handoff = /^handoff\.(.+)\.v\d+$/.exec(on)?.[1];
  if (!known.some((text) => text.includes(`'${handoff ?? on}'`))) throw new GeneratorProblem(`${on} is in no table of libs/contracts`);
  const parts: Parts = { department, consumer: nameOf(name), useCase: nameOf(useCase), on, handoff };
  const source = `services/${department}/src`;
  const { pascal, kebab } = parts.consumer;
  return {
    created: {
      [`${source}/consumers/${kebab}.consumer.ts`]: printConsumer(parts),
      [`${source}/consumers/${kebab}.int-spec.ts`]: printSpec(parts),
    },
    edited: {
      [`${source}/${department}.module.ts`]: (text) =>
        withElement(withImport(text, [pascal], `./consumers/${kebab}.consumer.js`), 'consumers', pascal),
    },
    left: [
      `${source}/use-cases/${parts.useCase.kebab}: apply(data, tx), what the department makes of the message`,
      `${source}/consumers/${kebab}.int-spec.ts: messages, and what stands in the database after each`,
      'npm run check',
    ],
  };
}

function printConsumer({ consumer, useCase, on, handoff }: Parts): string {
  const base = handoff ? 'HandoffConsumer' : 'EventConsumer';
  const message = handoff ? 'HandoffMessage' : 'EventMessage';
  const type = handoff ?? on;
  return `import { Injectable } from '@nestjs/common';
import { ${base} } from '@weilend/messaging';
import type { ${message} } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { ${useCase.pascal} } from '../use-cases/${useCase.kebab}/${useCase.kebab}.use-case.js';

@Injectable()
export class ${consumer.pascal} extends ${base}<'${type}'> {
  readonly type = '${on}';

  constructor(private readonly useCase: ${useCase.pascal}) {
    super();
  }

  handle({ data }: ${message}<'${type}'>, tx: Tx): Promise<void> {
    return this.useCase.apply(data, tx);
  }
}
`;
}

function printSpec({ department, consumer, on, handoff }: Parts): string {
  const data = handoff ? `HandoffData<'${handoff}'>` : `EventData<'${on}'>`;
  const envelope = handoff
    ? `source.handoff('${handoff}', handoffTypes['${handoff}'].from, { subject, data })`
    : `source.event('${on}', subject, data)`;
  const contracts = handoff
    ? "import { handoffTypes } from '@weilend/contracts';\nimport type { HandoffData } from '@weilend/contracts';"
    : "import type { EventData } from '@weilend/contracts';";
  return `import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
${contracts}
import { inboxOf, MessageSource, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { ${department}Service } from '../${department}.module.js';
import { ${consumer.pascal} } from './${consumer.kebab}.consumer.js';

/** Name, subject, message, the collection it changes and what stands there afterwards. */
const messages: readonly [string, string, ${data}, string, object][] = [];

const source = new MessageSource();
let service: SubgraphUnderTest;

beforeAll(async () => {
  service = await testSubgraph(${department}Service);
});

afterAll(() => service.stop());

describe('${consumer.words}', () => {
  test.each(messages)('%s: applied once, however often it comes', async (_name, subject, data, collection, then) => {
    const inbox = inboxOf(service.platform, [service.app.get(${consumer.pascal})]);
    const envelope = ${envelope};
    expect(await inbox.receive(envelope)).toBe('applied');
    expect(await inbox.receive(envelope)).toBe('seen');
    expect(await service.platform.database.collection(collection).find().toArray()).toMatchObject([then]);
  });
});
`;
}

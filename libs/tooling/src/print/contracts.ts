// From @weilend/contracts: a JSON Schema per message type, for department systems in any language, and the tables of who sends what to whom.
import type { Generated } from './generated.ts';
import { table } from './sections.ts';

export interface EventEntry {
  readonly subject: string;
  readonly to: readonly string[] | string;
  readonly description: string;
  readonly data: unknown;
}

export interface HandoffEntry {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly deadline: string;
  readonly description: string;
  readonly completedBy: string;
  readonly data: unknown;
}

/** The built contracts, as far as the printers read them. */
export interface Contracts {
  readonly eventTypes: Readonly<Record<string, EventEntry>>;
  readonly handoffTypes: Readonly<Record<string, HandoffEntry>>;
  readonly destinationsOf: (type: never) => readonly string[];
}

/** @param toJsonSchema zod's own, handed in so that this file stays a pure function of what it prints */
export function printContracts(contracts: Contracts, toJsonSchema: (data: unknown) => object): Generated[] {
  const events = Object.entries(contracts.eventTypes).sort(byName);
  const handoffs = Object.entries(contracts.handoffTypes).sort(byName);
  return [
    ...events.map(([name, { description, data }]) => schemaFile(name, description, toJsonSchema(data))),
    ...handoffs.map(([name, { description, data }]) => schemaFile(`handoff.${name}.v1`, description, toJsonSchema(data))),
    { path: 'docs/generated/topology.md', text: printTopology(events, handoffs, contracts.destinationsOf) },
  ];
}

function schemaFile(name: string, description: string, schema: object): Generated {
  const { $schema, ...rest } = schema as { $schema?: string };
  return {
    path: `libs/contracts/schemas/${name}.json`,
    text: `${JSON.stringify({ $schema, title: name, description, ...rest }, null, 2)}\n`,
  };
}

function printTopology(
  events: readonly [string, EventEntry][],
  handoffs: readonly [string, HandoffEntry][],
  destinationsOf: Contracts['destinationsOf'],
): string {
  const eventRows = events.map(([name, event]) => [
    `\`${name}\``,
    `\`${event.subject}\``,
    destinations(name, event, destinationsOf),
    event.description,
  ]);
  const handoffRows = handoffs.map(([name, entry]) => [
    `\`${name}\``,
    `${entry.from} → ${entry.to}`,
    `\`${entry.subject}\``,
    entry.deadline,
    entry.completedBy,
    entry.description,
  ]);
  return [
    '# Who sends what to whom',
    'Printed from `libs/contracts/src/topology.ts` by `npm run print`.',
    '## Handoffs: work that is owed, with a deadline in working time',
    table(['Handoff', 'From → to', 'Subject', 'Deadline', 'Completed by', 'What'], handoffRows),
    '## Events: facts, by producer',
    table(['Event', 'Subject', 'To', 'What'], eventRows),
    '',
  ].join('\n\n');
}

function destinations(name: string, { to }: EventEntry, destinationsOf: Contracts['destinationsOf']): string {
  if (to === 'everyone') return 'everyone';
  if (to === 'handoff-sender') return 'the sender of the handoff, coordination';
  return destinationsOf(name as never).join(', ');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

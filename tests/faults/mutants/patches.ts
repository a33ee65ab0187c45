// Every text of the compiled product that the harness replaces in its own copy: calls at the named points, and the protections that the mutants remove.
// When the product changes, only this file has to follow; a text that is not found exactly once stops the run and says which.

export interface Patch {
  /** Path inside the built tree. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const call = (point: string): string => `globalThis.weilendFaultPoint?.('${point}');`;

/** A point is a moment between two steps; its call stands before or after the text that marks it. */
function pointBefore(point: string, file: string, mark: string): Patch {
  return { file, find: mark, put: `${call(point)} ${mark}` };
}

function pointAfter(point: string, file: string, mark: string): Patch {
  return { file, find: mark, put: `${mark} ${call(point)}` };
}

const UNIT_OF_WORK = 'libs/mongo/dist/unit-of-work.js';
const DATABASE = 'libs/mongo/dist/database.js';
const RELAY = 'libs/messaging/dist/relay.js';
const WORKERS = 'libs/messaging/dist/workers.js';
const INBOX = 'libs/messaging/dist/inbox.js';
const OUTBOX = 'libs/messaging/dist/outbox.js';
const MESSAGING = 'libs/messaging/dist/messaging.js';
const RECONCILER = 'libs/messaging/dist/reconciler.js';
const LADDER_SWEEPER = 'services/coordination/dist/jobs/ladder-sweeper.processor.js';
const DUE_MATTERS = 'services/coordination/dist/use-cases/due-matters.js';
const REPAYMENT_SCHEMA = 'services/finance/dist/persistence/repayment.schema.js';
const LEDGER_SCHEMA = 'services/finance/dist/persistence/ledger.schema.js';

export const FAULT_POINTS = [
  'before-commit',
  'after-commit-before-publish',
  'after-publish-before-mark',
  'after-effect-before-ack',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** A point that only a scenario uses: a transaction has written a message and goes on. */
export const MESSAGE_WRITTEN = 'after-message-before-commit';

/** Named points, in every run. */
export const pointPatches: readonly Patch[] = [
  pointBefore('before-commit', UNIT_OF_WORK, 'if (current.touched.length > 0) await this.audit.accepted('),
  pointBefore('after-commit-before-publish', UNIT_OF_WORK, 'tx.runAfterCommit();'),
  pointAfter(MESSAGE_WRITTEN, OUTBOX, 'tx.afterCommit(this.wake);'),
  pointAfter('after-publish-before-mark', RELAY, 'await this.parts.queues.publish(first.queue, first.destination, group);'),
  pointBefore('after-effect-before-ack', WORKERS, 'acks.add(sourceOf(envelope)'),
];

export const MUTANTS = {
  'no inbox check': [{ file: INBOX, find: "if (turn === 'old') return this.overtaken(envelope, tx);", put: '' }],
  'no unique index': [
    {
      file: REPAYMENT_SCHEMA,
      find: "why: 'a transaction of a channel is posted once, whatever races',\n            options: {\n                unique: true\n            }",
      put: "why: 'mutant'",
    },
    {
      file: LEDGER_SCHEMA,
      find: "name: 'idemKey',\n        key: {\n            idemKey: 1\n        },\n        unique: true",
      put: "name: 'idemKey',\n        key: {\n            idemKey: 1\n        }",
    },
  ],
  'publish before commit': [
    { file: OUTBOX, find: 'tx.afterCommit(this.wake);', put: 'await this.publishNow?.(rows);' },
    {
      file: MESSAGING,
      find: 'outbox.onCommitted(()=>this.relay.wake());',
      put: 'outbox.onCommitted(()=>this.relay.wake()); outbox.publishNow = async (rows)=>{ for (const row of rows) await this.queues.publish(row.queue, row.destination, [row]); };',
    },
  ],
  'w:1': [
    { file: UNIT_OF_WORK, find: "w: 'majority',\n        journal: true", put: 'w: 1' },
    { file: DATABASE, find: "w: 'majority',\n                journal: true", put: 'w: 1' },
    // Whoever writes without waiting also reads without waiting: else no request would see the one before it, and nobody would run that.
    { file: DATABASE, find: "level: 'majority'", put: "level: 'local'" },
  ],
  'no reconciler': [{ file: RECONCILER, find: "if (!await this.leases.take('reconciler', LEASE_MS)) return;", put: 'return;' }],
  'ladder sweeper off': [
    { file: LADDER_SWEEPER, find: "if (await this.leases.take('ladder-sweep', LEASE_MS))", put: 'if (false)' },
    // A step of the controlled clock sweeps as well, before the next one is taken.
    { file: DUE_MATTERS, find: 'return asked + await this.fireDueLevels.sweep();', put: 'return asked;' },
  ],
} as const satisfies Readonly<Record<string, readonly Patch[]>>;

export type MutantName = keyof typeof MUTANTS;

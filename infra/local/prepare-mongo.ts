// Run as a process of its own, because the MongoDB driver is needed for a second and would stay in the supervisor's memory for days.
// Reads `{ target, secrets }` from its standard input; prints one sentence and exits 1 when it cannot be done.
import { text } from 'node:stream/consumers';
import { type MongoSecrets, type MongoTarget, prepareMongo } from './mongo-setup.ts';
import { reasonOf } from './problem.ts';

interface Order {
  readonly target: MongoTarget;
  readonly secrets: MongoSecrets;
}

try {
  const { target, secrets } = JSON.parse(await text(process.stdin)) as Order;
  await prepareMongo(target, secrets);
} catch (thrown) {
  console.log(reasonOf(thrown));
  process.exitCode = 1;
}

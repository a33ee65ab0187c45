import { stopTopology } from './topology.ts';

export default async function teardown() {
  await stopTopology();
}

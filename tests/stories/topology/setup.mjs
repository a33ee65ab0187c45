// Runs once before the stories of a Jest run. Plain JavaScript, because Jest loads it through its own transformer while the helpers behind it are left to
// Node's type stripping.
import { startTopology } from './topology.ts';

export default async function setup() {
  await startTopology();
}

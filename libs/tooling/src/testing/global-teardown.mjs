import { stopServers } from './servers.ts';

export default async function globalTeardown() {
  await stopServers();
}

// Runs once per Jest run, and only when an integration test is among the selected files (Jest skips the setup of projects without tests).
// Plain JavaScript, because Jest loads it through its own transformer while the helpers behind it are left to Node's type stripping.
import { provideServers } from './servers.ts';

export default async function globalSetup() {
  await provideServers();
}

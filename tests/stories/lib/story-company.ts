// The company of the stories that run under Jest: at the gateway of the topology that the setup brought up.
import { join } from 'node:path';
import { Company } from './company.ts';

/** @throws Error when the setup did not run. */
export function storyHome(): string {
  const { STORY_HOME: home } = process.env;
  if (!home) throw new Error('STORY_HOME is not set: the stories run in the Jest project "story"');
  return home;
}

export function openStoryCompany(): Promise<Company> {
  const gatewayUrl = process.env.STORY_GATEWAY_URL ?? '';
  return Company.open({ gatewayUrl, demoFile: join(storyHome(), 'demo.json'), patienceMs: 60_000 });
}

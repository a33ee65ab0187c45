// A worker of risk in a process of its own, for proofs that kill it. It takes each handoff slowly, says when it begins, and after the commit that it is taken.
import { setTimeout as pause } from 'node:timers/promises';
import { startRisk } from '../lib/two-departments.ts';
import type { CompanyOfTwo } from '../lib/two-departments.ts';

const say = (what: 'ready' | 'begun' | 'taken', handoffId?: string): void => void process.send?.({ what, handoffId });

await startRisk(JSON.parse(process.env.COMPANY_OF_TWO ?? '') as CompanyOfTwo, {
  during: async (handoffId) => {
    say('begun', handoffId);
    await pause(Number(process.env.TAKES_MS));
  },
  taken: (handoffId) => say('taken', handoffId),
});
say('ready');

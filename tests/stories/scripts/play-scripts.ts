// Plays the scripts: those that wait for another one after it, the others side by side, those that move the clock last, one by one. Afterwards every application
// must stand where its script says.
import { openWork, moneyProblems } from '../intake/compare.ts';
import type { ApplicationPage } from '../lib/application-page.ts';
import { readPage } from '../lib/application-page.ts';
import type { Company } from '../lib/company.ts';
import { textAt } from '../lib/read.ts';
import { Storyline } from '../lib/storyline.ts';
import type { RefusalMet } from '../lib/storyline.ts';
import { waitFor } from '../../../infra/local/demo/wait-for.ts';
import { readTimeline } from '../lib/timeline.ts';
import type { TimelineEntry } from '../lib/timeline.ts';
import { approvedScripts } from './approved-scripts.ts';
import { companyScripts } from './company-scripts.ts';
import { endedScripts } from './ended-scripts.ts';
import { gates } from './gates-script.ts';
import { lateness } from './lateness-script.ts';
import { riskAlert } from './risk-alert-script.ts';
import { clockSalesScripts, salesScripts } from './sales-scripts.ts';
import type { Scene, Script } from './scene.ts';
import { year } from './year-script.ts';

export interface PlayedScript {
  readonly name: string;
  readonly tells: string;
  readonly id: string | null;
  readonly outcome: string;
  readonly stages: readonly { readonly name: string; readonly at: string }[];
  readonly timeline: readonly TimelineEntry[];
  readonly userErrors: readonly RefusalMet[];
  readonly problems: readonly string[];
}

export interface ScriptOptions {
  readonly run: string;
  readonly only: readonly string[];
  readonly say: (line: string) => void;
}

export const allScripts: readonly Script[] = [
  ...approvedScripts,
  gates,
  riskAlert,
  ...endedScripts,
  ...companyScripts,
  ...salesScripts,
  ...clockSalesScripts,
  lateness,
  year,
];

export async function playScripts(company: Company, options: ScriptOptions): Promise<readonly PlayedScript[]> {
  const chosen = withNeeded(options.only);
  const setting = await prepare(company, options);
  const played = new Map<string, Promise<PlayedScript>>();
  for (const [turn, script] of chosen.entries()) {
    const needed = script.movesClock ? [...played.values()] : (script.after ?? []).flatMap((name) => played.get(name) ?? []);
    played.set(
      script.name,
      Promise.all(needed).then(() =>
        playOne(company, script, { ...setting, story: new Storyline(options.run, script.name), turn }, options.say),
      ),
    );
  }
  return Promise.all([...played.values()]);
}

/** The scripts asked for and those that they come after, in the order of the list. */
function withNeeded(only: readonly string[]): readonly Script[] {
  const unknown = only.find((name) => !allScripts.some((script) => script.name === name));
  if (unknown) throw new Error(`there is no script "${unknown}": ${allScripts.map(({ name }) => name).join(', ')}`);
  const wanted = new Set(only.length > 0 ? only : allScripts.map(({ name }) => name));
  // Adding to a set while going through it goes through what is added as well.
  for (const name of wanted) for (const needed of allScripts.find((script) => script.name === name)?.after ?? []) wanted.add(needed);
  return allScripts.filter(({ name }) => wanted.has(name));
}

async function prepare(company: Company, { run }: ScriptOptions): Promise<Omit<Scene, 'story' | 'turn'>> {
  const shared = new Map<string, string>([['first salesperson', await company.nth('salesperson', 0).employeeId()]]);
  const { data } = await company.one('sales-manager').ask('query Sources { partners { id active } activities { id } }');
  shared.set('partner', textAt(data, 'partners', 0, 'id'));
  shared.set('activity', textAt(data, 'activities', 0, 'id'));
  return { company, run, productIds: await company.productIds(), today: await company.today(), shared };
}

async function playOne(company: Company, script: Script, scene: Scene, say: (line: string) => void): Promise<PlayedScript> {
  const problems: string[] = [];
  const note = (problem: unknown): null => {
    problems.push(problem instanceof Error ? problem.message : String(problem));
    return null;
  };
  await script.play(scene).catch(note);
  const { applicationId } = scene.story;
  const page = applicationId ? await settled(company, applicationId).catch(note) : null;
  problems.push(...judge(script, page));
  const timeline = await quietTimeline(company, [...(page?.subjects ?? []), ...scene.story.subjects]);
  say(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${script.name}${page ? ` (${page.stage})` : ''}${problems.length > 0 ? `: ${problems[0]}` : ''}`,
  );
  return {
    name: script.name,
    tells: script.tells,
    id: applicationId,
    outcome: page?.stage ?? (problems.length === 0 ? 'DONE' : 'FAILED'),
    stages: page?.stages ?? [],
    timeline,
    userErrors: scene.story.refusals,
    problems,
  };
}

function judge(script: Script, page: ApplicationPage | null): readonly string[] {
  if (script.ends === null) return [];
  if (!page) return ['the application was never opened'];
  const stage = page.stage === script.ends ? [] : [`the application is ${page.stage}, must be ${script.ends}`];
  return [...stage, ...(script.check?.(page) ?? []), ...moneyProblems(page), ...openWork(page)];
}

/** The log is written a moment after the events: read until nothing comes any more. */
async function quietTimeline(company: Company, subjects: readonly string[]): Promise<readonly TimelineEntry[]> {
  if (subjects.length === 0) return [];
  let before: readonly TimelineEntry[] | null = null;
  const read = async (): Promise<readonly TimelineEntry[] | null> => {
    const now = await readTimeline(company, subjects);
    const isQuiet = now.length > 0 && now.length === before?.length;
    before = now;
    return isQuiet ? now : null;
  };
  return waitFor('the event log to be quiet', read, { limitMs: 10_000, everyMs: 500 }).catch(() => before ?? []);
}

/** The last words of one department may reach the board of another a moment after the end. */
async function settled(company: Company, applicationId: string): Promise<ApplicationPage> {
  const quiet = async (): Promise<ApplicationPage | null> => {
    const page = await readPage(company, applicationId);
    return openWork(page).length === 0 ? page : null;
  };
  return waitFor('the board to be quiet', quiet, { limitMs: 20_000 }).catch(() => readPage(company, applicationId));
}

// Questions to the machine before anything is started: better one clear sentence now than eight stack traces later.
import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { codeOf, Problem, reasonOf } from './problem.ts';
import { isPortFree } from './ports.ts';
import { type NamedPort, portsToTake, type Settings } from './settings.ts';

export const NEEDED_FREE_BYTES = 2 * 1024 ** 3;

/** Makes the data folder, for this user only. @throws Problem when it cannot be made or written to. */
export async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await access(home, constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw new Problem(
      `The data folder ${home} cannot be written to (${codeOf(thrown) ?? reasonOf(thrown)}): make it writable for this user, or choose another with WEILEND_HOME.`,
    );
  }
}

/** @throws Problem when less than 2 GB are free for the data folder. */
export async function checkDisk(home: string): Promise<void> {
  const free = await freeBytes(home);
  const complaint = diskComplaint(home, free);
  if (complaint) throw new Problem(complaint);
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function diskComplaint(home: string, free: number): string | undefined {
  if (free >= NEEDED_FREE_BYTES) return undefined;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  return `Only ${gigabytes} GB are free on the disk of ${home}, and 2 GB are needed: free some space, or keep the data elsewhere with WEILEND_HOME.`;
}

/** @throws Problem that names every busy port at once. */
export async function checkPorts(settings: Settings): Promise<void> {
  const busy = await busyPorts(portsToTake(settings));
  if (busy.length > 0) throw new Problem(busyComplaint(busy));
}

export async function busyPorts(ports: readonly NamedPort[]): Promise<NamedPort[]> {
  const free = await Promise.all(ports.map(({ port }) => isPortFree(port)));
  return ports.filter((_, index) => !free[index]);
}

export function busyComplaint(busy: readonly NamedPort[]): string {
  const which = busy.map(({ port, user }) => `${port} (${user})`).join(', ');
  const variables = [...new Set(busy.map(({ variable }) => variable))].join(' and ');
  const [noun, verb, them] = busy.length === 1 ? ['Port', 'is', 'it'] : ['Ports', 'are', 'them'];
  return `${noun} ${which} ${verb} taken by another program: stop that program, or move ${them} with ${variables}, for example ${busy[0]?.variable}=${exampleFor(busy[0])} npm start.`;
}

/** The next hundred keeps the last two digits, which is what people remember. */
function exampleFor(named: NamedPort | undefined): number {
  const port = named?.variable === 'SERVICE_PORT_BASE' ? Math.floor((named?.port ?? 0) / 100) * 100 : (named?.port ?? 0);
  return port + 100 > 65_000 ? port - 100 : port + 100;
}

// `npm run schema-gate [-- --base REF]`: do the checked-in subgraphs compose, and would a client of the last committed graph break?
// Without --base the change is measured against the last committed supergraph that differs from what is checked out, so that a committed
// break is found in a fresh clone, too.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AcceptedChange } from './gate/breaking-changes.ts';
import { acceptedPath, findBreakingChanges, judgeAccepted, notAccepted } from './gate/breaking-changes.ts';
import { compose, subgraphsOf } from './gate/compose.ts';
import { findClashes } from './gate/unique-names.ts';
import { committed, git } from './workspace/git.ts';
import { loadTree } from './workspace/tree.ts';

const supergraphPath = 'gateway/supergraph.graphql';

interface Base {
  readonly ref: string;
  readonly supergraph: string;
}

/** @returns undefined when there is nothing to compare with */
function findBase(root: string, now: string, wanted: string | undefined): Base | undefined {
  const history =
    wanted === undefined
      ? (git(root, 'log', '-n', '2', '--format=%H', '--', supergraphPath) ?? '').split('\n').filter((line) => line !== '')
      : [wanted];
  for (const ref of history) {
    const supergraph = committed(root, ref, supergraphPath);
    if (supergraph !== undefined && (wanted !== undefined || supergraph !== now)) return { ref, supergraph };
  }
  return undefined;
}

async function judgeChange(root: string, now: string, wanted: string | undefined): Promise<string[]> {
  const path = join(root, acceptedPath);
  const accepted = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as AcceptedChange[]) : [];
  const base = findBase(root, now, wanted);
  if (!base) {
    if (wanted !== undefined) return [`${wanted} has no ${supergraphPath} to compare with`];
    console.log('no other committed supergraph: nothing to compare with');
    return judgeAccepted(accepted);
  }
  const breaking = await findBreakingChanges(base.supergraph, now);
  const open = notAccepted(breaking, accepted);
  console.log(
    `compared with ${base.ref.slice(0, 12)}: ${breaking.length} breaking changes, ${breaking.length - open.length} of them accepted`,
  );
  const today = new Date().toISOString().slice(0, 10);
  const how = open.map(
    ({ change, why }) =>
      `breaking: ${change} (${why})\n  to accept it on purpose, add to ${acceptedPath}: ${JSON.stringify({ change, reason: '(why clients can bear it)', date: today })}`,
  );
  return [...judgeAccepted(accepted), ...how];
}

async function main(root: string): Promise<number> {
  const { values } = parseArgs({ options: { base: { type: 'string' } } });
  const subgraphs = subgraphsOf(loadTree(root));
  console.log(`${subgraphs.length} subgraphs: ${subgraphs.map(({ name }) => name).join(', ') || 'none'}`);
  if (subgraphs.length === 0) return 0;
  const { supergraph, problems = [] } = compose(subgraphs);
  const found = supergraph === undefined ? problems : [...findClashes(subgraphs), ...(await judgeChange(root, supergraph, values.base))];
  for (const problem of found) console.error(problem);
  return found.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.cwd());

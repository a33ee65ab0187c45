// A small copy of this workspace in a temporary folder, for specs that plant a violation and run the very stage that must catch it. It has the
// real configuration, tooling and libraries, the departments' manifests without their sources, and the installed packages by link.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadTree, repositoryRoot } from '../workspace/tree.ts';

export interface PlantedWorkspace {
  readonly root: string;
  plant(path: string, text: string): void;
  uproot(path: string): void;
  /** Does what `npm install` would do for a department that is new in the copy. */
  linkService(department: string): void;
  /** Commits everything as it is. */
  commit(): void;
  remove(): void;
}

const copied =
  /^(libs\/|infra\/local\/|tests\/stories\/|(services\/[^/]+|gateway)\/package\.json$|[^/]+\.(json|mjs)$|\.(swcrc|gitignore|oxfmtrc\.json|oxlintrc\.json)$)/;

export function plantWorkspace(): PlantedWorkspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'weilend-planted-')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of loadTree(repositoryRoot).files.filter((file) => copied.test(file))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(repositoryRoot, path), join(root, path));
  }
  linkPackages(root);
  return {
    root,
    plant: write,
    uproot: (path) => rmSync(join(root, path)),
    linkService: (department) =>
      symlinkSync(join(root, 'services', department), join(root, 'node_modules', '@weilend', `${department}-service`)),
    commit: () => commitAll(root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Every installed package by link, except the workspace's own: those must be the copies. */
function linkPackages(root: string): void {
  const installed = join(repositoryRoot, 'node_modules');
  const own = join(root, 'node_modules', '@weilend');
  mkdirSync(own, { recursive: true });
  const shared = readdirSync(installed).filter((name) => !['@weilend', '.cache', 'gateway'].includes(name));
  for (const name of shared) symlinkSync(join(installed, name), join(root, 'node_modules', name));
  for (const library of readdirSync(join(root, 'libs'))) symlinkSync(join(root, 'libs', library), join(own, library));
}

function commitAll(root: string): void {
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=spec', '-c', 'user.email=spec@weilend.test', '-c', 'commit.gpgsign=false', ...args],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--message', 'planted');
}

// The harness's own copy of what was built: real files, so that changing one changes nothing else. Packages of others are linked, ours are the copies.
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { buildableProjects } from '../../../libs/tooling/src/build.ts';
import type { Patch } from '../mutants/patches.ts';
import { applyPatch } from '../mutants/apply-patch.ts';

const LEFT_OUT = new Set(['src', 'test', 'node_modules']);

/** Copies every built project of `root` to `target`. */
export async function copyBuiltTree(root: string, target: string): Promise<void> {
  for (const project of await buildableProjects(root)) {
    const from = join(root, project);
    await cp(from, join(target, project), {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(relative(from, path).split('/')[0] ?? ''),
    });
  }
  await linkPackages(root, target);
}

async function linkPackages(root: string, target: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(target, 'node_modules')];
  await mkdir(join(to, '@weilend'), { recursive: true });
  for (const name of await readdir(from)) if (name !== '@weilend' && !name.startsWith('.')) await symlink(join(from, name), join(to, name));
  for (const project of await buildableProjects(root)) {
    const { name } = JSON.parse(await readFile(join(root, project, 'package.json'), 'utf8')) as { name: string };
    await symlink(join(target, project), join(to, '@weilend', basename(name)));
  }
}

/** Changes files of the copy. @throws Error when a text to be replaced is not there exactly once */
export async function patchTree(target: string, patches: readonly Patch[]): Promise<void> {
  for (const patch of patches) {
    const path = join(target, patch.file);
    await writeFile(path, applyPatch(patch, await readFile(path, 'utf8')));
  }
}

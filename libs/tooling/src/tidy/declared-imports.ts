import { builtinModules } from 'node:module';
import { importsOf, isProduct, isTest } from '../workspace/code.ts';
import { placeOf } from '../lint/judge-import.ts';
import type { Project } from '../workspace/projects.ts';
import { projectsOf } from '../workspace/projects.ts';
import type { SourceTree } from '../workspace/tree.ts';
import type { Finding, TidyRule } from './finding.ts';
import { fail, lineAt } from './finding.ts';

const id = 'declared-imports';
const builtins = new Set(builtinModules);

export const declaredImports: TidyRule = {
  id,
  keeps: 'a project declares what it imports, or its packaged folder would miss it (`npm run package`)',
  check: (tree) => projectsOf(tree).flatMap((project) => judgeProject(tree, project)),
};

function judgeProject(tree: SourceTree, project: Project): Finding[] {
  const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = project.manifest;
  const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }));
  const production = tree.files.filter(
    (path) => path.startsWith(`${project.dir}/src/`) && isProduct(path) && !isTest(path) && !placeOf(path).test,
  );
  return production.flatMap((path) => judgeFile(path, tree.read(path), declared));
}

function judgeFile(path: string, text: string, declared: ReadonlySet<string>): Finding[] {
  return importsOf(path, text)
    .filter(
      ({ specifier, typeOnly }) => !typeOnly && !specifier.startsWith('.') && !specifier.startsWith('node:') && !builtins.has(specifier),
    )
    .filter(({ specifier }) => !declared.has(packageOf(specifier)))
    .map(({ specifier, position }) =>
      fail(id, path, `imports ${packageOf(specifier)}, which its package.json does not declare`, lineAt(text, position)),
    );
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

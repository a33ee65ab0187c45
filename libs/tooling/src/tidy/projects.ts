import { gatewayImports, libraryImports, serviceImports, testOnlyLibrary } from '../house/libraries.ts';
import type { Project } from '../workspace/projects.ts';
import { projectsOf } from '../workspace/projects.ts';
import type { Finding, TidyRule } from './finding.ts';
import { fail } from './finding.ts';

const tagsId = 'project-tags';
const dependenciesId = 'house-dependencies';
const types = ['kernel', 'contracts', 'platform', 'service-lib', 'service', 'gateway', 'testing', 'tooling'];

export const projectTags: TidyRule = {
  id: tagsId,
  keeps: 'every project carries one scope and one type, or the module boundaries cannot see it',
  check: (tree) => projectsOf(tree).flatMap(judgeTags),
};

/** package.json must tell the same story as the imports: what is declared upward will be imported upward. */
export const houseDependencies: TidyRule = {
  id: dependenciesId,
  keeps: 'package.json declares only libraries below (libs/tooling/src/house/libraries.ts)',
  check: (tree) => projectsOf(tree).flatMap(judgeDependencies),
};

function judgeTags(project: Project): Finding[] {
  const path = `${project.dir}/package.json`;
  const tags = [...new Set(project.tags)];
  const scopes = tags.filter((tag) => tag.startsWith('scope:'));
  const kinds = tags.filter((tag) => tag.startsWith('type:'));
  const scope = project.kind === 'lib' ? 'scope:shared' : `scope:${project.short}`;
  const findings: Finding[] = [];
  if (scopes.join() !== scope) findings.push(fail(tagsId, path, `must have the one tag ${scope}, has ${scopes.join(', ') || 'none'}`));
  if (kinds.length !== 1) findings.push(fail(tagsId, path, `must have one type: tag, has ${kinds.join(', ') || 'none'}`));
  const strange = kinds.filter((tag) => !types.includes(tag.slice('type:'.length)));
  if (strange.length > 0) findings.push(fail(tagsId, path, `${strange.join(', ')} is not one of ${types.join(', ')}`));
  return findings;
}

function judgeDependencies(project: Project): Finding[] {
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = project.manifest;
  const path = `${project.dir}/package.json`;
  if (project.kind === 'lib' && !(project.short in libraryImports))
    return [fail(dependenciesId, path, `library ${project.short} is not in the table of the house`)];
  const allowed = allowedFor(project);
  const upward = houseNames({ ...dependencies, ...peerDependencies }).filter((name) => !allowed.includes(name));
  const upwardInTests = houseNames(devDependencies).filter((name) => name !== testOnlyLibrary && !allowed.includes(name));
  return [...upward, ...upwardInTests].map((name) =>
    fail(dependenciesId, path, `${project.short} may depend on ${allowed.join(', ') || 'no library'}, not on ${name}`),
  );
}

function allowedFor(project: Project): readonly string[] {
  if (project.kind === 'service') return serviceImports;
  return project.kind === 'gateway' ? gatewayImports : (libraryImports[project.short] ?? []);
}

function houseNames(dependencies: Readonly<Record<string, string>>): string[] {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@weilend/'))
    .map((name) => name.slice('@weilend/'.length));
}

// `npm run print`: writes everything that is generated and checked in. `-- --check` writes nothing and fails with the list of what is stale.
// What it prints comes from the built libraries and departments, so it builds first; a build without changes costs half a second.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCommand } from '../../../infra/local/commands.ts';
import { build, buildableProjects } from './build.ts';
import type { Subgraph } from './gate/compose.ts';
import { compose, routingUrl } from './gate/compose.ts';
import type { Contracts } from './print/contracts.ts';
import { printContracts } from './print/contracts.ts';
import { printDepartment } from './print/department.ts';
import type { Description, RefusalEntry } from './print/description.ts';
import { printErrorCatalogue } from './print/error-catalogue.ts';
import type { Generated } from './print/generated.ts';
import { findStale, refresh } from './print/generated.ts';
import { stageEnvironment, workspaceNode } from './stages/stage.ts';
import type { Project } from './workspace/projects.ts';
import { projectsOf } from './workspace/projects.ts';
import { loadTree } from './workspace/tree.ts';

const DESCRIBE_LIMIT_MS = 120_000;
/** A department's description holds its whole schema. */
const DESCRIPTION_LIMIT = 10_000_000;

async function describe(root: string, { dir }: Project): Promise<Description> {
  if (!existsSync(join(root, dir, 'dist'))) return { project: dir, machines: [], refusals: {} };
  const script = join(import.meta.dirname, 'print', 'describe-department.ts');
  const env = { ...stageEnvironment(root), NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node') };
  const options = { cwd: root, env, timeoutMs: DESCRIBE_LIMIT_MS, keepOutput: DESCRIPTION_LIMIT };
  const { code, output } = await runCommand(workspaceNode(root), [script, dir], options);
  if (code !== 0) throw new Error(`${dir} cannot be described:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('{'))) as Description;
}

/** Two at a time: each process imports Nest. */
async function describeAll(root: string, projects: readonly Project[]): Promise<Description[]> {
  const found: Description[] = [];
  const queue = projects.values();
  const lane = async (): Promise<void> => {
    for (const project of queue) found.push(await describe(root, project));
  };
  await Promise.all([lane(), lane()]);
  return found.sort((a, b) => (a.project < b.project ? -1 : 1));
}

/** The built contracts. The name is a variable, so that the type check of scripts does not follow it into the sources of products. */
function loadContracts(name = '@weilend/contracts'): Promise<Contracts & { readonly platformErrors: Record<string, RefusalEntry> }> {
  return import(name);
}

async function printAll(root: string): Promise<Generated[]> {
  const projects = projectsOf(loadTree(root)).filter(({ kind }) => kind !== 'lib');
  const [contracts, descriptions] = await Promise.all([loadContracts(), describeAll(root, projects)]);
  const toJsonSchema = (data: unknown): object => z.toJSONSchema(data as z.ZodType, { io: 'input' });
  const readme = (project: string): string | undefined => {
    const path = join(root, project, 'README.md');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const ofDepartments = await Promise.all(descriptions.map((description) => printDepartment(description, readme(description.project))));
  return [
    ...printContracts(contracts, toJsonSchema),
    ...ofDepartments.flat(),
    printErrorCatalogue(contracts.platformErrors, descriptions),
    ...printSupergraph(ofDepartments.flat()),
  ];
}

/** The supergraph of what is printed now, not of what lies on the disk: one run brings everything up to date. */
function printSupergraph(printed: readonly Generated[]): Generated[] {
  const subgraphs = printed.flatMap(({ path, text }): Subgraph[] => {
    const name = /^services\/([^/]+)\/schema\.graphql$/.exec(path)?.[1];
    return name === undefined ? [] : [{ name, url: routingUrl(name), sdl: text }];
  });
  if (subgraphs.length === 0) return [];
  const { supergraph, problems = [] } = compose(subgraphs);
  if (supergraph === undefined) throw new Error(`The subgraphs do not compose:\n${problems.join('\n')}`);
  return [{ path: 'gateway/supergraph.graphql', text: supergraph }];
}

async function main(root: string): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const { failures } = await build(root, await buildableProjects(root));
  if (failures.length > 0) throw new Error(`The build failed:\n${failures.join('\n')}`);
  const generated = await printAll(root);
  const stale = findStale(root, generated);
  for (const { path, why } of stale) console.log(`${values.check ? 'stale' : 'printed'}: ${path} (${why})`);
  console.log(`${generated.length} generated files, ${stale.length} ${values.check ? 'stale' : 'brought up to date'}`);
  if (!values.check) refresh(root, generated, stale);
  if (values.check && stale.length > 0) console.log('run `npm run print` and commit what it writes');
  return values.check && stale.length > 0 ? 1 : 0;
}

if (import.meta.main) {
  process.exitCode = await main(process.cwd()).catch((thrown: unknown) => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return 1;
  });
}

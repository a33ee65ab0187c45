// `node describe-department.ts services/finance`: imports the built department and prints its description as one line of JSON.
// Started by the printers; nothing of the department is booted, no database or queue is touched.
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigRow, Description } from './description.ts';
import { classesIn, configSchemaIn, machinesIn, refusalsIn } from './description.ts';

type Module = Readonly<Record<string, unknown>>;

/** A built library. The name is a variable, so that the type check of scripts does not follow it into the sources of products. */
function load<Library>(name: string): Promise<Library> {
  return import(name);
}

async function modulesAt(dist: string, pattern: string): Promise<Module[]> {
  const paths = globSync(pattern, { cwd: dist }).sort();
  return Promise.all(paths.map((path) => import(pathToFileURL(join(dist, path)).href) as Promise<Module>));
}

async function sdlOf(dist: string): Promise<string | undefined> {
  const resolvers = (await modulesAt(dist, 'graphql/**/*.resolver.js')).flatMap(classesIn);
  if (resolvers.length === 0) return undefined;
  const { printSdl } = await load<{ printSdl(resolvers: readonly unknown[]): Promise<string> }>('@weilend/graphql');
  return printSdl(resolvers);
}

async function configOf(dist: string): Promise<readonly ConfigRow[] | undefined> {
  const schema = (await modulesAt(dist, '*.config.js')).map(configSchemaIn).find((found) => found !== undefined);
  if (schema === undefined) return undefined;
  const { describeConfig } = await load<{ describeConfig(schema: unknown): ConfigRow[] }>('@weilend/boot');
  return describeConfig(schema);
}

async function describe(project: string): Promise<Description> {
  const dist = join(process.cwd(), project, 'dist');
  if (!existsSync(dist)) return { project, machines: [], refusals: {} };
  const machines = (await modulesAt(dist, 'domain/**/*.machine.js')).flatMap(machinesIn);
  const refusals = (await modulesAt(dist, 'domain/**/*.errors.js')).map(refusalsIn);
  return { project, sdl: await sdlOf(dist), config: await configOf(dist), machines, refusals: Object.assign({}, ...refusals) };
}

const [project = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await describe(project)));

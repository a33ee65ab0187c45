// `node describe-department.ts services/finance`: imports the department, which must be built, and prints its description as one line of JSON.
// Started by the printers; nothing of the department is booted, no database or queue is touched.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigRow, Description } from './description.ts';
import 'reflect-metadata';
import { configSchemaIn, machinesIn, refusalsIn, serviceDefinitionIn } from './description.ts';
import { printSdl } from './sdl.ts';

type Module = Readonly<Record<string, unknown>>;

/** A built library. The name is a variable, so that the type check of scripts does not follow it into the sources of products. */
function load<Library>(name: string): Promise<Library> {
  return import(name);
}

async function modulesAt(dist: string, pattern: string): Promise<Module[]> {
  const paths = globSync(pattern, { cwd: dist }).sort();
  return Promise.all(paths.map((path) => import(pathToFileURL(join(dist, path)).href) as Promise<Module>));
}

interface Boot {
  describeConfig(schema: unknown): ConfigRow[];
}

/** A department as its module declares it; its variables are those of every service and its own. */
async function describeService(dist: string): Promise<Pick<Description, 'sdl' | 'config'>> {
  const definition = (await modulesAt(dist, '*.module.js')).map(serviceDefinitionIn).find((found) => found !== undefined);
  if (definition === undefined) return {};
  const { FEDERATION } = await load<{ FEDERATION: { importUrl: string; directives: readonly string[] } }>('@weilend/graphql');
  const { describeConfig } = await load<Boot>('@weilend/boot');
  const { serviceConfig } = await load<{ serviceConfig: { extend(shape: unknown): unknown } }>('@weilend/service');
  const { resolvers, config } = definition;
  return {
    sdl: resolvers.length > 0 ? await printSdl(resolvers, FEDERATION) : undefined,
    config: describeConfig(serviceConfig.extend(config.shape)),
  };
}

/** The gateway: a configuration, no subgraph of its own. */
async function describeGateway(dist: string): Promise<Pick<Description, 'config'>> {
  const schema = (await modulesAt(dist, '*.config.js')).map(configSchemaIn).find((found) => found !== undefined);
  if (schema === undefined) return {};
  const { describeConfig } = await load<Boot>('@weilend/boot');
  return { config: describeConfig(schema) };
}

async function describe(project: string): Promise<Description> {
  const dist = join(process.cwd(), project, 'dist');
  const machines = (await modulesAt(dist, 'domain/**/*.machine.js')).flatMap(machinesIn);
  const refusals = (await modulesAt(dist, 'domain/**/*.errors.js')).map(refusalsIn);
  const parts = project === 'gateway' ? await describeGateway(dist) : await describeService(dist);
  return { project, ...parts, machines, refusals: Object.assign({}, ...refusals) };
}

const [project = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await describe(project)));

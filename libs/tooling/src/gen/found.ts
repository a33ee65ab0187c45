// What the generators read of the department they add to, so that nobody has to type it again.
import type { SourceTree } from '../workspace/tree.ts';
import { GeneratorProblem, nameOf } from './naming.ts';
import type { Name } from './naming.ts';

export interface FoundEntity {
  readonly name: Name;
  /** Folder in domain/, e.g. `employee`. */
  readonly folder: string;
  /** Exported names: Employee, EmployeeType, EmployeeLoader, Employees, employeeCollection. */
  readonly type: string;
  readonly graphType: string;
  readonly loader: string;
  readonly repository: string;
  readonly collection: string;
  /** Prefix of its ids: `emp`. */
  readonly prefix: string;
}

/** @throws GeneratorProblem that names what is missing, when a part of the entity is not there */
export function findEntity(tree: SourceTree, department: string, kebab: string): FoundEntity {
  const name = nameOf(kebab);
  const source = `services/${department}/src`;
  const domainPath = tree.files.find((path) => path.startsWith(`${source}/domain/`) && path.endsWith(`/${kebab}.ts`));
  if (!domainPath)
    throw new GeneratorProblem(
      `${department} has no domain/…/${kebab}.ts: generate the entity first (npm run gen -- entity ${department}/${kebab})`,
    );
  const exported = (path: string, pattern: RegExp): string => firstMatch(tree, `${source}/${path}`, pattern);
  return {
    name,
    folder: domainPath.split('/').slice(4, -1).join('/'),
    type: firstMatch(tree, domainPath, new RegExp(`export (?:interface|type) (${name.pascal})\\b`)),
    graphType: exported(
      `graphql/${kebab}.type.ts`,
      new RegExp(`@ObjectType\\('${name.pascal}'[\\s\\S]*?export class (\\w+)|export class (${name.pascal}(?:Type)?)\\b`),
    ),
    loader: exported(`graphql/${kebab}.loader.ts`, /export class (\w+) extends EntityLoader/),
    repository: exported(`persistence/${kebab}.repository.ts`, /export class (\w+) extends Repository/),
    collection: exported(`persistence/${kebab}.schema.ts`, /export const (\w+) = defineCollection/),
    prefix: findPrefix(tree, department, name),
  };
}

/** File in libs/contracts where a department's events stand. */
export function findEventsFile(tree: SourceTree, department: string): string {
  const path = tree.files.find(
    (file) => /^libs\/contracts\/src\/events\/.*\.ts$/.test(file) && tree.read(file).includes(`export const ${department}Events = `),
  );
  if (!path) throw new GeneratorProblem(`libs/contracts/src/events has no ${department}Events`);
  return path;
}

export function requireDepartment(tree: SourceTree, department: string): void {
  if (!tree.files.includes(`services/${department}/src/${department}.module.ts`))
    throw new GeneratorProblem(`there is no services/${department}/src/${department}.module.ts`);
}

/** `newId('emp')` in the department, or `employeeId: id('emp')` in the contracts. */
function findPrefix(tree: SourceTree, department: string, { camel, pascal }: Name): string {
  const used = new RegExp(`${camel}Id: id\\('([a-z]{3})'\\)|(?:${pascal}|${camel})[^;]{0,200}?newId\\('([a-z]{3})'\\)`);
  const places = tree.files.filter(
    (path) => path.startsWith('libs/contracts/src/') || (path.startsWith(`services/${department}/`) && path.endsWith('.ts')),
  );
  for (const path of places) {
    const match = used.exec(tree.read(path));
    if (match) return match[1] ?? match[2] ?? '';
  }
  throw new GeneratorProblem(`no id prefix of ${camel} found: give it with --prefix`);
}

function firstMatch(tree: SourceTree, path: string, pattern: RegExp): string {
  const match = tree.files.includes(path) ? pattern.exec(tree.read(path)) : null;
  const found = match?.slice(1).find((group) => group !== undefined);
  if (found === undefined) throw new GeneratorProblem(`${path} does not hold what ${pattern} looks for`);
  return found;
}

// What a built department says about itself. Printed by a process of its own (describe-department.ts), because the classes of all departments
// register in one global table of @nestjs/graphql, and read here as plain data.

export interface ConfigRow {
  readonly name: string;
  readonly required: boolean;
  readonly default?: string;
  readonly secret: boolean;
  readonly description: string;
}

export interface MachineDescription {
  readonly name: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface RefusalEntry {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
}

export interface Description {
  readonly project: string;
  /** Undefined when the project has no resolvers. */
  readonly sdl?: string;
  /** Undefined when the project has no configuration. */
  readonly config?: readonly ConfigRow[];
  readonly machines: readonly MachineDescription[];
  readonly refusals: Readonly<Record<string, RefusalEntry>>;
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values of a module that were made by `defineMachine`. */
export function machinesIn(module: Plain): MachineDescription[] {
  return Object.values(module)
    .filter(
      (value): value is Plain & MachineDescription =>
        isPlain(value) && typeof value.next === 'function' && typeof value.initial === 'string' && isPlain(value.states),
    )
    .map(({ name, initial, states }) => ({ name, initial, states }));
}

/** Refusal catalogues of a module, as one. */
export function refusalsIn(module: Plain): Record<string, RefusalEntry> {
  const entry = (value: unknown): value is RefusalEntry =>
    isPlain(value) && ['rule', 'en', 'zh'].every((key) => typeof value[key] === 'string');
  const catalogues = Object.values(module).filter(
    (value): value is Record<string, RefusalEntry> => isPlain(value) && Object.keys(value).length > 0 && Object.values(value).every(entry),
  );
  return Object.assign({}, ...catalogues);
}

/** The zod object that describes the environment of a process. */
export function configSchemaIn(module: Plain): unknown {
  return Object.values(module).find(isConfigSchema);
}

/** What `defineService` returned in <dept>.module.ts, as far as the printers read it. */
export interface ServiceDefinition {
  readonly department: string;
  readonly config: { readonly shape: Plain };
  readonly resolvers: readonly unknown[];
}

export function serviceDefinitionIn(module: Plain): ServiceDefinition | undefined {
  return Object.values(module).find(
    (value): value is Plain & ServiceDefinition =>
      isPlain(value) && typeof value.department === 'string' && Array.isArray(value.resolvers) && isConfigSchema(value.config),
  );
}

function isConfigSchema(value: unknown): boolean {
  return isPlain(value) && isPlain(value.shape) && typeof value.safeParse === 'function';
}

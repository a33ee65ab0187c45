import type { z } from 'zod';

/** One variable as the README table and `.env.example` show it. `default` is undefined for secrets and where there is none. */
export interface ConfigRow {
  readonly name: string;
  readonly required: boolean;
  readonly default: string | undefined;
  readonly secret: boolean;
  readonly description: string;
}

/** What a variable says about itself through `.meta()`. */
export interface VariableMeta {
  readonly description?: string;
  readonly secret?: boolean;
  readonly expected?: string;
}

interface WrappingDef {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly defaultValue?: unknown;
}

/** The variables of a configuration in the order of its schema. */
export function describeConfig(schema: z.ZodObject): ConfigRow[] {
  return Object.entries(schema.shape).map(([name, variable]) => {
    const type = variable as z.ZodType;
    const meta = readMeta(type);
    const secret = meta.secret === true;
    return {
      name,
      required: !type.safeParse(undefined).success,
      default: secret ? undefined : printDefault(type),
      secret,
      description: meta.description ?? '',
    };
  });
}

/** Metadata of a variable; what an outer wrapper (`.default()`, `.optional()`) says wins over what it wraps. */
export function readMeta(type: z.ZodType): VariableMeta {
  const inner = unwrap(type);
  return { ...(inner ? readMeta(inner) : {}), ...(type.meta() as VariableMeta | undefined) };
}

function unwrap(type: z.ZodType): z.ZodType | undefined {
  const def = type.def as unknown as WrappingDef;
  return def.innerType ?? def.in;
}

function printDefault(type: z.ZodType): string | undefined {
  const def = type.def as unknown as WrappingDef;
  if (def.type === 'default' || def.type === 'prefault') {
    return Array.isArray(def.defaultValue) ? def.defaultValue.join(',') : String(def.defaultValue);
  }
  const inner = unwrap(type);
  return inner ? printDefault(inner) : undefined;
}

import { Kind, getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';

export interface MeasuredOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How much one operation asks for. Fragments are counted each time they are spread. */
export interface Measure {
  /** Deepest nesting of fields; a single field is 1, `__typename` and introspection count nothing. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Most objects that the answer may hold: list sizes by `first`, `last` or `limit`, 10 for a list that takes no size, 20 where none is given. */
  readonly objects: number;
}

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

const listWithoutSize = 10;
const sizeNotGiven = 20;
const pageArguments = ['first', 'last'];
const nothing: Measure = { depth: 0, aliases: 0, directives: 0, objects: 0 };

/** Measures a validated operation (fragments without cycles) in time linear in the document: each fragment is measured once per page size. */
export function measureOperation(measured: MeasuredOperation): Measure {
  const { schema, operation } = measured;
  const root = schema.getRootType(operation.operation);
  const whole = new Measurer(measured).set(operation.selectionSet, root?.getFields() ?? {}, undefined);
  return { ...whole, directives: whole.directives + (operation.directives?.length ?? 0) };
}

class Measurer {
  private readonly known = new Map<string, Measure>();

  constructor(private readonly measured: MeasuredOperation) {}

  /** @param page size that the field above was asked for; it holds for the lists right below it (`nodes`, `edges`) */
  set(selections: SelectionSetNode, fields: Fields, page: number | undefined): Measure {
    return selections.selections.reduce((sum, selection) => {
      const own = { ...nothing, directives: selection.directives?.length ?? 0 };
      if (selection.kind === Kind.FIELD) return add(sum, add(own, this.field(selection, fields, page)));
      if (selection.kind === Kind.FRAGMENT_SPREAD) return add(sum, add(own, this.fragment(selection.name.value, page)));
      const inner = selection.typeCondition ? this.fieldsOf(selection.typeCondition.name.value) : fields;
      return add(sum, add(own, this.set(selection.selectionSet, inner, page)));
    }, nothing);
  }

  private field(node: FieldNode, fields: Fields, page: number | undefined): Measure {
    const aliases = node.alias ? 1 : 0;
    const field = fields[node.name.value];
    // Introspection (`__schema`, `__type`) has its own limit in graphql-js and costs the departments nothing.
    if (!node.selectionSet || !field) return { ...nothing, depth: field ? 1 : 0, aliases };
    const isList = isListType(getNullableType(field.type));
    const asked = this.sizeOf(node, field);
    const type = getNamedType(field.type);
    const inner = this.set(node.selectionSet, isCompositeType(type) ? this.fieldsOf(type.name) : {}, isList ? undefined : asked);
    const times = isList ? (asked ?? page ?? listWithoutSize) : 1;
    return { depth: inner.depth + 1, aliases: aliases + inner.aliases, directives: inner.directives, objects: times * (1 + inner.objects) };
  }

  private fragment(name: string, page: number | undefined): Measure {
    const key = `${name} ${page}`;
    const known = this.known.get(key);
    if (known) return known;
    const fragment = this.measured.fragments.get(name);
    const measure = fragment ? this.set(fragment.selectionSet, this.fieldsOf(fragment.typeCondition.name.value), page) : nothing;
    this.known.set(key, measure);
    return measure;
  }

  private fieldsOf(typeName: string): Fields {
    const type = this.measured.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  }

  /** The page size asked for; undefined when the field takes none. */
  private sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    // `limit` of anything but a list may be an amount of money.
    const isList = isListType(getNullableType(field.type));
    const takes = field.args.filter(({ name }) => pageArguments.includes(name) || (isList && name === 'limit'));
    if (takes.length === 0) return undefined;
    const sizes = takes
      .map(({ name, defaultValue }) => this.numberGiven(node, name) ?? defaultValue)
      .filter((size) => typeof size === 'number');
    return sizes.length > 0 ? Math.max(0, ...sizes) : sizeNotGiven;
  }

  private numberGiven(node: FieldNode, argument: string): number | undefined {
    const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    const given = this.measured.variables[name];
    if (typeof given === 'number') return given;
    const fallback = this.measured.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return fallback?.kind === Kind.INT ? Number(fallback.value) : undefined;
  }
}

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    objects: a.objects + b.objects,
  };
}

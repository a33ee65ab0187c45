import { getNamedType, isInputObjectType, isLeafType, isObjectType, isRequiredInputField } from 'graphql';
import type { GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** How to sign in through this graph: the mutation, what its input takes, and where the token stands in `data`. */
export interface SignInOperation {
  readonly query: string;
  readonly inputFields: readonly string[];
  readonly tokenPath: readonly string[];
}

const tokenNames = ['token', 'accessToken'];
const known = new Set(['employeeNo', 'password', 'requestKey']);

/** Made from the schema, so that the gateway need not know how hr names its payload. Undefined when the graph has no such mutation. */
export function signInOperation(schema: GraphQLSchema): SignInOperation | undefined {
  const field = schema.getMutationType()?.getFields()['signIn'];
  const input = field?.args.find(({ name }) => name === 'input')?.type;
  const inputType = input && getNamedType(input);
  const payload = field && getNamedType(field.type);
  if (!isInputObjectType(inputType) || !isObjectType(payload)) return undefined;
  const inputFields = fieldsToGive(inputType);
  const path = tokenIn(payload);
  if (!inputFields || !path) return undefined;
  const selection = path.reduceRight((inner, name) => (inner ? `${name} { ${inner} }` : name), '');
  const problems = payload.getFields()['userErrors'] ? ' userErrors { message }' : '';
  return {
    query: `mutation SignIn($input: ${inputType.name}!) { signIn(input: $input) { ${selection}${problems} } }`,
    inputFields,
    tokenPath: ['signIn', ...path],
  };
}

/** Undefined when something is required that a demo person does not have. */
function fieldsToGive(type: GraphQLInputObjectType): string[] | undefined {
  const fields = Object.values(type.getFields());
  if (fields.some((field) => isRequiredInputField(field) && !known.has(field.name))) return undefined;
  return fields.map(({ name }) => name).filter((name) => known.has(name));
}

function tokenIn(payload: GraphQLObjectType): string[] | undefined {
  const direct = leafToken(payload);
  if (direct) return [direct];
  for (const field of Object.values(payload.getFields())) {
    const type = getNamedType(field.type);
    const name = isObjectType(type) ? leafToken(type) : undefined;
    if (name) return [field.name, name];
  }
  return undefined;
}

function leafToken(type: GraphQLObjectType): string | undefined {
  const fields = type.getFields();
  return tokenNames.find((name) => {
    const field = fields[name];
    return field !== undefined && isLeafType(getNamedType(field.type));
  });
}

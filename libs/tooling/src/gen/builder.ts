// A test builder from the entity's own type: every field with a plain value of its type. A field whose type says too little is left out, and the
// compiler asks for it.
import ts from 'typescript';
import { parse } from '../workspace/code.ts';
import type { Name } from './naming.ts';
import { builderOf } from './naming.ts';

const plainValues: Readonly<Record<string, string>> = {
  string: "'text'",
  number: '1',
  boolean: 'false',
  Date: "new Date('2026-01-05T01:00:00Z')",
  LocalDate: "parseLocalDate('2026-01-05')",
  Fen: '100_00',
};

export interface BuilderInput {
  readonly name: Name;
  readonly type: string;
  readonly prefix: string;
  /** Text of the domain file that declares the type. */
  readonly domain: string;
  /** Import path of that file, from test/builders. */
  readonly from: string;
}

export function printBuilder({ name, type, prefix, domain, from }: BuilderInput): string {
  const fields = fieldsOf(domain, type).flatMap(([field, value]) => {
    if (field === 'id') return [`id: newId('${prefix}')`];
    if (field === 'version') return ['version: 0'];
    return value === undefined ? [] : [`${field}: ${value}`];
  });
  const dates = fields.some((field) => field.includes('parseLocalDate')) ? ', parseLocalDate' : '';
  return `import { newId${dates} } from '@weilend/kernel';
import type { ${type} } from '${from}';

/** Any ${name.words}; \`change\` says what matters in a test. */
export function ${builderOf(name)}(change: Partial<${type}> = {}): ${type} {
  return { ${fields.join(', ')}, ...change };
}
`;
}

/** Fields of an interface, each with a plain value of its type, or undefined when its type is another one of the department. */
function fieldsOf(domain: string, type: string): [string, string | undefined][] {
  const declared = parse('domain.ts', domain).statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === type,
  );
  return [...(declared?.members ?? [])].filter(ts.isPropertySignature).map((member) => [member.name.getText(), valueOf(member.type)]);
}

function valueOf(type: ts.TypeNode | undefined): string | undefined {
  if (!type) return undefined;
  if (ts.isUnionTypeNode(type) && type.types.some((part) => part.getText() === 'null')) return 'null';
  if (ts.isUnionTypeNode(type) && type.types[0] && ts.isLiteralTypeNode(type.types[0])) return type.types[0].getText();
  if (ts.isArrayTypeNode(type) || (ts.isTypeOperatorNode(type) && ts.isArrayTypeNode(type.type))) return '[]';
  return plainValues[type.getText()];
}

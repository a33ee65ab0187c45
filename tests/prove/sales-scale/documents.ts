// The questions as they are sent: lists with everything plain that a row has, the day and the dashboard with all their fields, searches.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import type { DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql';
import { LIST_QUESTIONS, listQuery } from '../../../services/sales/test/builders/list-questions.builder.ts';
import type { AskedAbout, ListQuestion, WantedPage } from '../../../services/sales/test/builders/list-questions.builder.ts';

export const salesSdl = readFileSync(join(import.meta.dirname, '../../../services/sales/schema.graphql'), 'utf8');
const schema: DocumentNode = parse(salesSdl);
const objects = new Map(
  schema.definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? [[one.name.value, one] as const] : [])),
);
const composite = new Set(schema.definitions.flatMap((one) => (isComposite(one.kind) && 'name' in one ? [one.name?.value ?? ''] : [])));
/** Whole papers; nobody asks for them in a list. */
const PAPERS = new Set(['html']);

export interface Question {
  readonly name: string;
  readonly kind: 'DASHBOARD' | 'DAY' | 'SEARCH' | 'LIST' | 'FUNNEL';
  readonly document: string;
  /** Who may ask. */
  readonly by: readonly ('manager' | 'salesperson')[];
}

const BOTH = ['manager', 'salesperson'] as const;

export function listDocument(question: ListQuestion, about: AskedAbout, page: WantedPage = {}): string {
  return listQuery(question, about, { node: plainFieldsOf(question.field), ...page });
}

const PLAN = `id quarter strategy progress { department { measure target achieved share } people { employee { id } achievements { measure achieved } } }
  targets { employee { id } }`;
const SUBJECTS = `customer { id name phone nextVisitOn } lead { id contactName state } enquiry { id state } proposal { id state }
  application { id stage } contract { id state } problem { id title }`;

/** Everything that is asked, list by list after the pages of the day. */
export function allQuestions(about: AskedAbout): readonly Question[] {
  const tallies = 'kind late today byPerson { late today employee { id } }';
  const funnel = (by: string, from: string) =>
    `query { salesFunnel(by: ${by}, from: "${from}", to: "${about.today}") { rows { ${plainFieldsOf('salesFunnel', 'FunnelRow')} } } }`;
  return [
    {
      ...{ name: 'salesDashboard', kind: 'DASHBOARD' as const, by: ['manager' as const] },
      document: `query { salesDashboard { date quarter deadlines { ${tallies} } plan { ${PLAN} } stages { stage applications } withoutWorkLog { id } } }`,
    },
    {
      ...{ name: 'salesDay', kind: 'DAY' as const, by: BOTH },
      document: `query { salesDay { date quarter employee { id } deadlines { ${tallies} items { kind about dueAt isLate ${SUBJECTS} } } plan { ${PLAN} }
        workLog { id day summary } stages { stage applications } } }`,
    },
    ...['CHANNEL', 'MONTH', 'SALESPERSON'].map((by) => ({
      ...{ name: `salesFunnel by ${by}, three years`, kind: 'FUNNEL' as const, by: BOTH },
      document: funnel(by, threeYearsBefore(about.today)),
    })),
    ...LIST_QUESTIONS.map((question) => ({
      name: `${question.field}(${question.args})`,
      kind: question.field === 'searchSales' ? ('SEARCH' as const) : ('LIST' as const),
      ...{ document: listDocument(question, about), by: BOTH },
    })),
  ];
}

/** The longest period that a funnel is asked for. */
const threeYearsBefore = (today: string): string => new Date(Date.parse(today) - 1_095 * 86_400_000).toISOString().slice(0, 10);

/** Fields of a list's rows that are plain values and take no arguments. */
function plainFieldsOf(field: string, type = nodeTypeOf(field)): string {
  const fields = objects.get(type)?.fields ?? [];
  const plain = fields.filter(
    (one) => !composite.has(typeNameOf(one.type)) && (one.arguments ?? []).length === 0 && !PAPERS.has(one.name.value),
  );
  return plain.map((one) => one.name.value).join(' ');
}

function nodeTypeOf(field: string): string {
  const connection = objects.get(typeNameOf(fieldOf(objects.get('Query'), field).type));
  return typeNameOf(fieldOf(connection, 'nodes').type);
}

function fieldOf(type: ObjectTypeDefinitionNode | undefined, name: string): FieldDefinitionNode {
  const found = type?.fields?.find((one) => one.name.value === name);
  if (!found) throw new Error(`the schema of sales has no ${type?.name.value ?? ''}.${name}`);
  return found;
}

const typeNameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type));

function isComposite(kind: Kind): boolean {
  return kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.UNION_TYPE_DEFINITION;
}

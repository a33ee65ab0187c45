// The rows of docs/requirements.md. The document is the source: a row that is not in it is no rule.

export interface Requirement {
  readonly id: string;
  readonly text: string;
  /** Department that holds the data and the check, or `platform`. */
  readonly owner: string;
  /** How the rule shows in the graph; the names in it stand in backticks. */
  readonly shows: string;
}

export const requirementsPath = 'docs/requirements.md';
const CELLS = 5;
const owners = ['platform', 'sales', 'risk', 'approval', 'finance', 'training', 'hr', 'coordination', 'compliance'];

/** @throws Error when a row is malformed, repeated, or owned by nobody */
export function readRequirements(markdown: string): Requirement[] {
  const rows = markdown.split('\n').flatMap((line) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return /^\d+\.\d+$/.test(cells[0] ?? '') ? [rowOf(cells)] : [];
  });
  const twice = rows.find(({ id }, index) => rows.findIndex((other) => other.id === id) !== index);
  if (twice) throw new Error(`${requirementsPath}: row ${twice.id} stands there twice`);
  return rows;
}

function rowOf(cells: readonly string[]): Requirement {
  const [id = '', text = '', , owner = '', shows = ''] = cells;
  if (cells.length !== CELLS || cells.some((cell) => cell === ''))
    throw new Error(`${requirementsPath}: row ${id} must have ${CELLS} cells, each with words`);
  const [first = ''] = owner.split(/\s*\+\s*/);
  if (!owners.includes(first))
    throw new Error(`${requirementsPath}: row ${id} is owned by "${first}", which is none of ${owners.join(', ')}`);
  return { id, text, owner: first, shows };
}

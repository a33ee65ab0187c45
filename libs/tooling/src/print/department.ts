// The generated files of one project: SDL, environment example, and the generated sections of its README.
import { formatted } from '../workspace/formatted.ts';
import type { ConfigRow, Description, MachineDescription } from './description.ts';
import type { Generated } from './generated.ts';
import { table, withSection } from './sections.ts';

/** @param readme the README as it stands; a project without one gets none, the README is people's work */
export async function printDepartment({ project, sdl, config, machines }: Description, readme: string | undefined): Promise<Generated[]> {
  const generated: Generated[] = [];
  if (sdl !== undefined)
    generated.push({ path: `${project}/schema.graphql`, text: `# Printed from the resolvers by \`npm run print\`; do not edit.\n${sdl}` });
  if (config !== undefined) generated.push({ path: `${project}/.env.example`, text: printEnvironment(config) });
  if (readme !== undefined) generated.push({ path: `${project}/README.md`, text: await printReadme(readme, config, machines) });
  return generated;
}

/** Secrets and what has no default stand without a value; optional variables are commented out, so that the file can be used as it is. */
export function printEnvironment(rows: readonly ConfigRow[]): string {
  const entries = rows.map(({ name, required, default: fallback, secret, description }) => {
    const note = [required ? 'required' : 'optional', secret ? 'secret' : ''].filter((word) => word !== '').join(', ');
    return `# ${description} (${note})\n${required ? '' : '# '}${name}=${fallback ?? ''}\n`;
  });
  return `# Printed from the configuration schema by \`npm run print\`; do not edit.\n\n${entries.join('\n')}`;
}

export function printConfigTable(rows: readonly ConfigRow[]): string {
  const cells = rows.map(({ name, required, default: fallback, secret, description }) => [
    `\`${name}\``,
    required ? 'yes' : 'no',
    secret ? '(secret)' : fallback === undefined || fallback === '' ? '' : `\`${fallback}\``,
    description,
  ]);
  return table(['Variable', 'Required', 'Default', 'Meaning'], cells);
}

/** A state machine as a Mermaid diagram. Names are quoted: a dash is no part of a Mermaid name. */
export function printMachine({ initial, states }: MachineDescription): string {
  const alias = (state: string): string => state.replaceAll(/[^A-Za-z0-9]/g, '_');
  const lines = Object.keys(states)
    .filter((state) => alias(state) !== state)
    .map((state) => `state "${state}" as ${alias(state)}`);
  lines.push(`[*] --> ${alias(initial)}`);
  for (const [state, events] of Object.entries(states)) {
    const ways = Object.entries(events);
    lines.push(...ways.map(([event, target]) => `${alias(state)} --> ${alias(target)}: ${event}`));
    if (ways.length === 0) lines.push(`${alias(state)} --> [*]`);
  }
  return `\`\`\`mermaid\nstateDiagram-v2\n${lines.map((line) => `  ${line}`).join('\n')}\n\`\`\``;
}

async function printReadme(
  readme: string,
  config: readonly ConfigRow[] | undefined,
  machines: readonly MachineDescription[],
): Promise<string> {
  let text = readme;
  if (machines.length > 0) {
    const diagrams = machines
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((machine) => `### ${machine.name}\n\n${printMachine(machine)}`);
    text = withSection(text, 'states', { heading: '## States', body: await formatted('README.md', diagrams.join('\n\n')) });
  }
  if (config !== undefined)
    text = withSection(text, 'configuration', {
      heading: '## Configuration',
      body: await formatted('README.md', printConfigTable(config)),
    });
  return text;
}

// What the person at the keyboard sees: progress lines with the time they took, and the table at the end.
import { departments } from './departments.ts';
import type { SignIn } from './load-demo.ts';
import type { Settings } from './settings.ts';

/** Prints lines as `[ 12 s] text`. `WEILEND_STARTED_AT` (ms) lets the clock begin where the installer began. */
export function createSayer(env: NodeJS.ProcessEnv = process.env, out: NodeJS.WritableStream = process.stdout): (line: string) => void {
  const given = Number(env.WEILEND_STARTED_AT);
  const began = Number.isFinite(given) && given > 0 ? given : Date.now();
  return (line) => {
    const seconds = Math.round((Date.now() - began) / 1000);
    out.write(`[${String(seconds).padStart(3)} s] ${line}\n`);
  };
}

/** Columns as wide as their widest cell. Chinese characters take two places in a terminal. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1), 0);

/** The text shown when everything is ready. */
export function readyText(settings: Settings, signIns: readonly SignIn[]): string {
  const addresses = [
    ['Explorer', `${settings.gatewayUrl}/`],
    ['GraphQL', `${settings.gatewayUrl}/graphql`],
    ['Ready?', `${settings.gatewayUrl}/health/ready`],
    ...departments.map((name) => [name, `http://127.0.0.1:${settings.ports.services[name]}/graphql`]),
    ['Data, logs, secrets', settings.home],
  ];
  const people =
    signIns.length === 0 ? '' : `\nDemo sign-ins\n${indent(table([['role', 'name', 'employee no', 'password'], ...signIns.map(asRow)]))}\n`;
  return `\nWeilend is ready.\n${indent(table(addresses))}\n${people}\nCtrl-C stops everything; the data stay for the next start. \`npm run doctor\` checks the machine.\n`;
}

const asRow = ({ role, name, employeeNo, password }: SignIn): string[] => [role, name, employeeNo, password];
const indent = (text: string): string => text.replace(/^/gm, '  ');

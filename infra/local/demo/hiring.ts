// Hires the people of the demo company, as far as they are not there yet, and knows how each of them signs in.
import { createHmac } from 'node:crypto';
import type { GraphClient } from './graph-client.ts';
import { Person, Refused } from './person.ts';
import type { SignIn } from './person.ts';
import { staff } from './staff.ts';
import type { StaffMember } from './staff.ts';

/** The people of the company. */
export class Hiring {
  readonly #client: GraphClient;
  readonly #administrator: Person;
  readonly #secret: string;
  readonly #ids = new Map<string, string>();
  readonly #people = new Map<string, Person>();

  constructor(client: GraphClient, administrator: Person, secret: string) {
    this.#client = client;
    this.#administrator = administrator;
    this.#secret = secret;
  }

  get signIns(): readonly SignIn[] {
    return staff.map((member) => this.#signIn(member));
  }

  get ids(): ReadonlyMap<string, string> {
    return this.#ids;
  }

  /** The first person with a role. */
  person(role: string): Person {
    const member = staff.find(({ roles }) => roles.includes(role));
    const found = member && this.#people.get(member.employeeNo);
    if (!found) throw new Error(`nobody was hired as ${role}`);
    return found;
  }

  /** Everybody with a role. */
  peopleOf(role: string): readonly Person[] {
    return staff.filter(({ roles }) => roles.includes(role)).flatMap(({ employeeNo }) => this.#people.get(employeeNo) ?? []);
  }

  async hireAll(say: (line: string) => void): Promise<void> {
    const { data } = await this.#administrator.ask('query Staff { employees(first: 100) { nodes { id employeeNo } } }');
    const known = (data['employees'] as { nodes: readonly { id: string; employeeNo: string }[] }).nodes;
    for (const { id, employeeNo } of known) this.#ids.set(employeeNo, id);
    for (const member of staff) {
      if (!this.#ids.has(member.employeeNo)) this.#ids.set(member.employeeNo, await this.#hire(member));
      const person = new Person(this.#client, { ...this.#signIn(member), firstPassword: this.#firstPassword(member.employeeNo) });
      await this.#settle(person);
      this.#people.set(member.employeeNo, person);
    }
    say(`${staff.length} people in ${new Set(staff.map(({ department }) => department)).size - 1} departments`);
  }

  async #hire({ employeeNo, name, department, roles, manager }: StaffMember): Promise<string> {
    const managerId = manager ? (this.#ids.get(manager) ?? null) : null;
    const input = {
      requestKey: `demo-hire-${employeeNo}`,
      employeeNo,
      name,
      department,
      roles,
      managerId,
      password: this.#firstPassword(employeeNo),
    };
    const [payload] = await this.#administrator.does({ verb: 'hireEmployee', input, select: 'employee { id }' });
    return (payload?.['employee'] as { id: string }).id;
  }

  /** Chooses the person's own password, so that whoever reads it in the list can sign in with it; somebody who has chosen another one since is let be. */
  async #settle(person: Person): Promise<void> {
    try {
      await person.token();
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
    }
  }

  #signIn({ employeeNo, name, department, roles }: StaffMember): SignIn {
    const role = (roles[0] ?? '').toLowerCase().replaceAll('_', '-');
    return { name, role, department: department?.toLowerCase() ?? 'company', employeeNo, password: this.#password(employeeNo) };
  }

  /** Follows from the secret of this installation, so a repeated load knows it again and nobody else's demo has the same. */
  #password(employeeNo: string): string {
    return createHmac('sha256', this.#secret).update(`demo ${employeeNo}`).digest('base64url').slice(0, 12);
  }

  /** What the administrator gives him, good until he has chosen his own. */
  #firstPassword(employeeNo: string): string {
    return createHmac('sha256', this.#secret).update(`first ${employeeNo}`).digest('base64url').slice(0, 16);
  }
}

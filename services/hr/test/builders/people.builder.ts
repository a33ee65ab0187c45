import { newId } from '@weilend/kernel';
import type { Actor, Department, EmployeeActor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { hrService } from '../../src/hr.module.js';
import { Standings } from '../../src/persistence/career/career.repository.js';
import { EmployeeChanges } from '../../src/persistence/employee/employee-change.repository.js';
import { Employees } from '../../src/persistence/employee/employee.repository.js';
import { LeavePolicy } from '../../src/persistence/employee/leave-policy.js';
import { Leaves } from '../../src/persistence/employee/leave.repository.js';
import { Credentials } from '../../src/persistence/sign-in/credential.repository.js';
import { SecurityLog } from '../../src/persistence/sign-in/security-log.repository.js';
import { SignInPolicy } from '../../src/persistence/sign-in/sign-in-policy.js';
import { SignIns } from '../../src/persistence/sign-in/sign-in.repository.js';
import { SigningKeyPairs } from '../../src/persistence/sign-in/signing-key.repository.js';
import { EmployeeQueries } from '../../src/queries/employee/employee.queries.js';
import { LeaveQueries } from '../../src/queries/employee/leave.queries.js';
import { SignInQueries } from '../../src/queries/sign-in/sign-in.queries.js';
import { CancelLeave } from '../../src/use-cases/employee/cancel-leave.use-case.js';
import { ChangeEmployee } from '../../src/use-cases/employee/change-employee.use-case.js';
import { DeactivateEmployee } from '../../src/use-cases/employee/deactivate-employee.use-case.js';
import { DecideLeave } from '../../src/use-cases/employee/decide-leave.use-case.js';
import { ConfirmPower } from '../../src/use-cases/employee/confirm-power.use-case.js';
import { EmployeeBook } from '../../src/use-cases/employee/employee-book.js';
import { EmployeeNews } from '../../src/use-cases/employee/employee-news.js';
import { HireEmployee } from '../../src/use-cases/employee/hire-employee.use-case.js';
import { LeaveDesk } from '../../src/use-cases/employee/leave-desk.js';
import { RehangReports } from '../../src/use-cases/employee/rehang-reports.use-case.js';
import { RehireEmployee } from '../../src/use-cases/employee/rehire-employee.use-case.js';
import { RequestLeave } from '../../src/use-cases/employee/request-leave.use-case.js';
import { ChangePassword } from '../../src/use-cases/sign-in/change-password.use-case.js';
import { EndSignIn } from '../../src/use-cases/sign-in/end-sign-in.use-case.js';
import { EndSignIns } from '../../src/use-cases/sign-in/end-sign-ins.use-case.js';
import { PasswordChange } from '../../src/use-cases/sign-in/password-change.js';
import { PasswordProof } from '../../src/use-cases/sign-in/password-proof.js';
import { Passwords } from '../../src/use-cases/sign-in/passwords.js';
import { RefreshSignIn } from '../../src/use-cases/sign-in/refresh-sign-in.use-case.js';
import { ReplacePassword } from '../../src/use-cases/sign-in/replace-password.use-case.js';
import { ResetPassword } from '../../src/use-cases/sign-in/reset-password.use-case.js';
import { SignInEnds } from '../../src/use-cases/sign-in/sign-in-ends.js';
import { StartSignIn } from '../../src/use-cases/sign-in/sign-in.use-case.js';
import { SignOut } from '../../src/use-cases/sign-in/sign-out.use-case.js';
import { SigningKeyRing } from '../../src/use-cases/sign-in/signing-keys.js';
import { TokenIssuer } from '../../src/use-cases/sign-in/token-issuer.js';

/** What hr gives somebody for the first time, and what he chooses then. */
export const FIRST_PASSWORD = 'correct horse battery';
export const OWN_PASSWORD = 'seven mangos in the fog';
export const administrator = person(null, 'administrator');
export const hrManager = person('hr', 'hr-manager');
export const nobody: Actor = { kind: 'anonymous' };

type Records = ReturnType<typeof recordsOf>;

function recordsOf(p: PlatformUnderTest) {
  return {
    employees: new Employees(p.database),
    changes: new EmployeeChanges(p.database, p.cipher),
    leaves: new Leaves(p.database, p.cipher),
    standings: new Standings(p.database),
    credentials: new Credentials(p.database),
    signIns: new SignIns(p.database),
    security: new SecurityLog(p.database),
    pairs: new SigningKeyPairs(p.database, p.cipher),
    policy: new SignInPolicy(p.parameters, p.clock),
  };
}

/** The book in which people are written, for acts of other parts. */
export function employeeBookOf(p: PlatformUnderTest): EmployeeBook {
  const { employees, standings, leaves, changes, security } = recordsOf(p);
  return new EmployeeBook(employees, standings, leaves, new EmployeeNews(changes, p.outbox, p.handoffs, security, p.clock));
}

/** Every act on people and sign-ins, made by hand on one platform; `changed` puts a record of its own in place of one of them. */
export function peopleActs(p: PlatformUnderTest, changed: Partial<Records> = {}) {
  const r = { ...recordsOf(p), ...changed };
  const news = new EmployeeNews(r.changes, p.outbox, p.handoffs, r.security, p.clock);
  const book = new EmployeeBook(r.employees, r.standings, r.leaves, news);
  const passwords = new Passwords(p.work, r.policy);
  const ends = new SignInEnds(r.signIns, r.security, p.denied, p.outbox);
  const change = new PasswordChange(r.credentials, r.security, ends);
  const proof = new PasswordProof(p.work, r.employees, r.credentials, r.signIns, r.policy, r.security);
  const ring = new SigningKeyRing(p.work, r.pairs, p.outbox, r.security);
  const tokens = new TokenIssuer(ring);
  const desk = new LeaveDesk(r.employees, r.leaves);
  return {
    ...{ ...r, book, passwords, ring, tokens },
    employeeQueries: new EmployeeQueries(p.database, p.clock, p.cipher),
    leaveQueries: new LeaveQueries(p.database, p.clock, p.cipher),
    signInQueries: new SignInQueries(p.database),
    hire: new HireEmployee(p.work, book, r.credentials, passwords, p.clock),
    change: new ChangeEmployee(p.work, book, r.signIns, ends),
    deactivate: new DeactivateEmployee(p.work, book, r.signIns, p.denied, p.outbox),
    confirmPower: new ConfirmPower(p.work, book, r.security, p.clock),
    rehang: new RehangReports(r.employees, book, p.outbox),
    rehire: new RehireEmployee(p.work, r.employees, book, r.credentials, passwords, p.clock),
    requestLeave: new RequestLeave(p.work, r.leaves, desk, new LeavePolicy(p.parameters), p.clock),
    decideLeave: new DecideLeave(p.work, r.leaves, desk, p.clock),
    cancelLeave: new CancelLeave(p.work, r.leaves, p.clock),
    signIn: new StartSignIn(proof, r.signIns, tokens),
    replacePassword: new ReplacePassword(proof, passwords, change, r.signIns, tokens),
    changePassword: new ChangePassword(proof, passwords, change, r.signIns),
    resetPassword: new ResetPassword(p.work, r.employees, r.credentials, r.signIns, passwords, change),
    refresh: new RefreshSignIn(p.work, r.employees, r.signIns, ends, tokens),
    signOut: new SignOut(p.work, r.signIns, ends),
    endSignIn: new EndSignIn(p.work, r.signIns, ends),
    endSignIns: new EndSignIns(p.work, r.employees, r.signIns, ends),
  };
}

export type PeopleActs = ReturnType<typeof peopleActs>;

export interface PeopleUnderTest extends PeopleActs {
  readonly platform: PlatformUnderTest;
}

export async function peopleUnderTest(): Promise<PeopleUnderTest> {
  const platform = await testPlatform('hr', hrService);
  return { platform, ...peopleActs(platform) };
}

let numbers = 0;

/** Facts of somebody to hire. */
export const newcomer = (change: object = {}) => ({
  ...{ employeeNo: `E-${++numbers}-${process.pid}`, name: '李小雨', department: 'sales' as Department | null, roles: ['salesperson'] },
  ...{ password: FIRST_PASSWORD, ...change },
});

export const hired = (people: PeopleActs, change: object = {}): Promise<string> => people.hire.execute(administrator, newcomer(change));

/** Somebody who has chosen his own password, and how he signs in. */
export async function settled(
  people: PeopleActs,
  change: object = {},
): Promise<{ employeeId: string; employeeNo: string; as: EmployeeActor }> {
  const facts = newcomer(change);
  const employeeId = await people.hire.execute(administrator, facts);
  const { employeeNo } = facts;
  await people.replacePassword.execute(nobody, { employeeNo, password: FIRST_PASSWORD, newPassword: OWN_PASSWORD });
  return { employeeId, employeeNo, as: { kind: 'employee', employeeId, department: facts.department, roles: facts.roles } };
}

export const reading = <T>({ platform }: PeopleUnderTest, ask: (tx: Tx) => Promise<T>): Promise<T> =>
  platform.work.run({ actor: administrator, operation: 'read' }, ask);

export const stranger = (): string => newId('emp');

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '@weilend/mongo';
import { person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import type { Employee } from '../../domain/employee/employee.js';
import { hrService } from '../../hr.module.js';
import { Credentials } from '../../persistence/sign-in/credential.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { SigningKeyPairs } from '../../persistence/sign-in/signing-key.repository.js';
import { SignIns } from '../../persistence/sign-in/sign-in.repository.js';
import { DeactivateEmployee } from '../employee/deactivate-employee.use-case.js';
import { HireEmployee } from '../employee/hire-employee.use-case.js';
import { TokenIssuer } from './token-issuer.js';
import { StartSignIn } from './sign-in.use-case.js';

const PASSWORD = 'correct horse battery';
const admin = person(null, 'administrator');
let p: PlatformUnderTest;
beforeAll(async () => void (p = await testPlatform('hr', hrService)));
afterAll(() => p.stop());

/** Something happens right after the person was looked up, while the password is being checked. */
class WatchedEmployees extends Employees {
  meanwhile: (employeeId: string) => Promise<unknown> = async () => undefined;

  override async byNumber(employeeNo: string, tx: Tx): Promise<Employee | null> {
    const found = await super.byNumber(employeeNo, tx);
    if (found) await this.meanwhile(found.id);
    return found;
  }
}

test('[1.3] who is deactivated while his password is being checked is not signed in', async () => {
  const [employees, credentials, signIns] = [new WatchedEmployees(p.database), new Credentials(p.database), new SignIns(p.database)];
  const tokens = new TokenIssuer(p.work, new SigningKeyPairs(p.database, p.cipher), p.outbox);
  const hired = { employeeNo: 'E-1', name: '李小雨', department: 'sales' as const, roles: ['salesperson'], password: PASSWORD };
  const employeeId = await new HireEmployee(p.work, employees, credentials, p.outbox, p.clock).execute(admin, hired);
  const deactivate = new DeactivateEmployee(p.work, employees, signIns, p.denied, p.outbox, p.handoffs);
  const signIn = new StartSignIn(p.work, employees, credentials, signIns, tokens);
  const given = { employeeNo: 'E-1', password: PASSWORD };
  expect(await signIn.execute(admin, given)).toMatchObject({ employeeId });

  employees.meanwhile = (id) => deactivate.execute(admin, { employeeId: id });
  await expect(signIn.execute(admin, given)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  expect(await p.database.collection('sign_ins').countDocuments({ revokedAt: null })).toBe(0);
});

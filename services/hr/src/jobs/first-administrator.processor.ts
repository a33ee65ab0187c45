import { Inject, Injectable } from '@nestjs/common';
import { troubleOf } from '@weilend/kernel';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import { EmployeeQueries } from '../queries/employee/employee.queries.js';
import { HireEmployee } from '../use-cases/employee/hire-employee.use-case.js';
import { SigningKeyRing } from '../use-cases/sign-in/signing-keys.js';
import type { HrConfig } from '../hr.config.js';

const ADMINISTRATOR_NO = 'admin';

/** At the first boot: the signing key pair, and the one administrator who can hire everybody else. */
@Injectable()
export class FirstAdministrator extends Job {
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly employees: EmployeeQueries,
    private readonly hireEmployee: HireEmployee,
    private readonly keys: SigningKeyRing,
    @Inject(ServiceConfig) private readonly config: HrConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
  }

  start(): void {
    this.running = this.prepare().catch((error: unknown) =>
      this.log.error({ error: troubleOf(error) }, 'the first administrator could not be made; restart to try again'),
    );
  }

  async stop(): Promise<void> {
    await this.running;
  }

  private async prepare(): Promise<void> {
    await this.keys.current();
    const actor = { kind: 'service' as const, service: 'hr' as const };
    if ((await this.employees.byNumber(ADMINISTRATOR_NO)) || !this.config.ADMIN_PASSWORD) return;
    await this.hireEmployee.execute(actor, {
      requestKey: 'first-administrator',
      employeeNo: ADMINISTRATOR_NO,
      name: '系统管理员',
      roles: ['administrator'],
      password: this.config.ADMIN_PASSWORD,
    });
    this.log.info({ employeeNo: ADMINISTRATOR_NO }, 'the first administrator can sign in');
  }
}

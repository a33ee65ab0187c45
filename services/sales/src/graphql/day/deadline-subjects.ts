import { Injectable } from '@nestjs/common';
import type { AnyLoader, GraphContext } from '@weilend/graphql';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanContractLoader } from '../contract/contract.loader.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { EnquiryLoader } from '../enquiry/enquiry.loader.js';
import { ProposalLoader } from '../enquiry/proposal.loader.js';
import { SalesProblemLoader } from '../team/team.loader.js';

type Loader = AnyLoader & { lean?(asked: ReadonlySet<string>): AnyLoader };
type Kinds = readonly (readonly [prefix: string, field: string, loader: Loader])[];
type About = { readonly about: string };
/** The fields that are wanted of a subject: a day shows dozens, and few fields of each. */
export type AskedOf = (subject: string) => ReadonlySet<string>;

/** Gives a deadline the one field that says what it is about; it is read when somebody asks for it, and those that are null cost nothing. */
function withSubject<T extends About>(deadline: T, kinds: Kinds, { context, asked }: { context: GraphContext; asked: AskedOf }): T {
  const kind = kinds.find(([prefix]) => deadline.about.startsWith(`${prefix}_`));
  if (!kind) return deadline;
  const [, field, loader] = kind;
  return Object.defineProperty(deadline, field, { get: () => (loader.lean?.(asked(field)) ?? loader).byId(context, deadline.about) });
}

/** Subjects of deadlines that belong to a customer's way to a loan. */
@Injectable()
export class LoanDeadlineSubjects {
  private readonly kinds: Kinds;

  constructor(
    customers: CustomerLoader,
    leads: LeadLoader,
    enquiries: EnquiryLoader,
    proposals: ProposalLoader,
    applications: LoanApplicationLoader,
    contracts: LoanContractLoader,
  ) {
    this.kinds = [
      ['cus', 'customer', customers],
      ['led', 'lead', leads],
      ['enq', 'enquiry', enquiries],
      ['prp', 'proposal', proposals],
      ['app', 'application', applications],
      ['con', 'contract', contracts],
    ];
  }

  of<T extends About>(deadline: T, context: GraphContext, asked: AskedOf): T {
    return withSubject(deadline, this.kinds, { context, asked });
  }
}

/** Subjects of deadlines that belong to the team. */
@Injectable()
export class TeamDeadlineSubjects {
  private readonly kinds: Kinds;

  constructor(problems: SalesProblemLoader) {
    this.kinds = [['prb', 'problem', problems]];
  }

  of<T extends About>(deadline: T, context: GraphContext, asked: AskedOf): T {
    return withSubject(deadline, this.kinds, { context, asked });
  }
}

// Queries for the tabs of the explorer: what a front end would ask first. A story test asks each of them, so none goes stale.

export interface ExampleQuery {
  readonly name: string;
  readonly query: string;
}

const applicationPage = `# One page over seven departments. Sign in as auditor, or as a salesperson to see only your own.
query ApplicationPage {
  applications(first: 5) {
    nodes {
      id
      stage
      customer { name type }
      salesperson { name }
      documents { type sha256 }
      investigation { state investigators { name } }
      riskReport { rating recommendation }
      decision { result conditions { text } tally { yes no } }
      contract { state terms { amount termMonths annualRate } }
      loan { outstanding rows { dueOn principal interest } }
      handoffs { type state dueAt owner { name } }
    }
  }
}
`;

const products = `# What the company lends, and what it costs at most.
query Products {
  products {
    code
    name
    minAmount
    maxAmount
    annualRate
    annualCostUpTo
    methods
    fees { name amount rate payee }
  }
}
`;

const board = `# Work between the departments, with its deadline and who has it in hand.
query Board {
  handoffs(first: 20) {
    nodes {
      type
      from
      to
      state
      dueAt
      overdue
      owner { name }
      application { id stage }
    }
  }
}
`;

const eventLog = `# Everything that happened, as department systems read it: ask again with the last cursor.
query EventLog {
  events(first: 20) {
    nodes { cursor type source subject time data }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const committee = `# Who decides how much.
query Committee {
  policyInForce { policyVersion bands { authority upTo membersNeeded quorum { numerator denominator } } }
  committeeMembers { office employee { name department } fromOn toOn }
}
`;

const books = `# Debits and credits of every account (finance or auditor).
query Books {
  trialBalance {
    asOf
    totalDebit
    totalCredit
    balanced
    accounts { account debit credit }
  }
}
`;

export const exampleQueries: readonly ExampleQuery[] = [
  { name: 'Application page', query: applicationPage },
  { name: 'Products', query: products },
  { name: 'Board', query: board },
  { name: 'Event log', query: eventLog },
  { name: 'Committee', query: committee },
  { name: 'Books', query: books },
];

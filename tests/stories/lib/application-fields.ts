/** What a page of one application asks of seven departments. */
export const APPLICATION_FIELDS = `
    id stage
    customer { id name type }
    salesperson { id name employeeNo department }
    documents { id type sha256 }
    investigation { id state round checks { method state } }
    riskReport { id rating recommendation hash }
    approvalCase { id state votes { choice reason member { name } } }
    decision { id result tally { yes no } conditions { text } terms { amount termMonths annualRate } }
    contract { id state terms { amount } clauses { key } }
    loan { id principal outstanding rows { principal interest } repayments { amount principal interest } }
    handoffs { type state dueAt from to owner { name } }
    dossier { completeness missing }
`;

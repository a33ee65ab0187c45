// Queries for the tabs of the explorer: what a front end of each department would ask first.
export const exampleQueries = [
  {
    name: 'Application page',
    query: 'query ApplicationPage {\n  loanApplications(first: 5) {\n    nodes {\n      id\n      stage\n    }\n  }\n}\n',
  },
];

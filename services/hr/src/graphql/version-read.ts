/** Of who signs second: what he read. */
export const VERSION_READ = {
  nullable: true,
  description: 'The version that was read: one that was proposed anew since is refused; whatever stands now when left out',
} as const;

/** What the second of two people names when he signs. */
export const VERSION_FIELD = { nullable: true, description: 'Moves on with each change; who approves names the one that he read' } as const;

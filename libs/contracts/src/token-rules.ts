/** What an access token must say, wherever it is checked: by every service and by the gateway. */
export const TOKEN_RULES = { issuer: 'weilend', audience: 'weilend', algorithm: 'EdDSA' } as const;

// What npm says, in words that tell a person what to do.

/** What the end of npm's output means and how to mend it. */
export function explainNpm(output, logPath) {
  const mends = [
    [/ENOSPC|no space left/i, 'the disk is full: free at least 2 GB'],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request .* failed/i,
      'the package registry cannot be reached: check the network, the proxy (npm config get proxy) and the registry (npm config get registry)',
    ],
    [
      /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED/i,
      'the certificate of the package registry is not accepted: give npm the right one with `npm config set cafile`',
    ],
    [/\bE40[13]\b/, 'the package registry refused access: sign in with `npm login` or choose another with `npm config set registry`'],
    [/\bE404\b/, 'the package registry does not have one of the packages: use a complete registry (npm config get registry)'],
    [/EACCES|EPERM|EROFS/, 'a folder is not writable for this user: give node_modules and the repository back with chown'],
    [
      /can only install .* when .* package-lock.json .* in sync|EUSAGE/i,
      'package.json and package-lock.json do not fit together: run `npm install` and commit the lockfile',
    ],
    [/EINTEGRITY/, 'a package differs from what package-lock.json expects: run `npm cache clean --force`'],
    [/spawn npm ENOENT/, 'npm is not on PATH: install it (it comes with Node)'],
  ];
  const reason = mends.find(([pattern]) => pattern.test(output))?.[1] ?? 'npm ci failed';
  return `The dependencies could not be installed, because ${reason}. Then start again; what npm said is in ${logPath}.`;
}

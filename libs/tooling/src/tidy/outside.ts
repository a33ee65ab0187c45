import type { TidyRule } from './finding.ts';
import { failEach } from './finding.ts';

const id = 'no-outside-addresses';
// Composed, so that this file does not match itself.
const hosts = [
  'cdn.jsdelivr' + '.net',
  'unpkg' + '.com',
  'cdnjs' + '.cloudflare.com',
  'esm' + '.sh',
  'fonts.googleapis' + '.com',
  'fonts.gstatic' + '.com',
  'registry.npmjs' + '.org',
  'registry.npmmirror' + '.com',
  'pypi' + '.org',
  'files.pythonhosted' + '.org',
];
// The package cache of an image's own root user is no path of a machine.
const machinePaths = [
  '/wo' + 'rk/(?:main|shared|\\.)',
  '/ro' + 'ot/(?!\\.npm\\b)',
  '/ho' + 'me/[a-z]',
  '/Us' + 'ers/',
  '/opt/wei' + 'lend',
  '[A-Z]:\\\\\\\\Us' + 'ers',
];
const pattern = new RegExp(`${hosts.map((host) => host.replaceAll('.', '\\.')).join('|')}|(?<![\\w.])(?:${machinePaths.join('|')})`, 'g');
const scanned = /\.(ts|mts|mjs|js|cjs|json|graphql|html|css|ya?ml|sh|npmrc)$|(^|\/)(Dockerfile|\.npmrc|run)$/;

export const noOutsideAddresses: TidyRule = {
  id,
  keeps: 'the system works on a closed network and on any machine: no CDN, no registry host, no path of one machine',
  check: (tree) =>
    tree.files
      .filter((path) => scanned.test(path) && path !== 'package-lock.json')
      .flatMap((path) => failEach(id, path, tree.read(path), { pattern, message: (match) => `names ${match}` })),
};

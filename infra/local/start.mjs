// `npm start`, first half: runs on whatever Node the machine has, with nothing installed. It makes sure that the dependencies are there
// and hands over to the project's own Node. Plain old JavaScript, so that a Node that is too old still gets to the sentence that says so.
// Other scripts take the same way: `node infra/local/start.mjs path/to/script.ts args`.
var version = process.versions.node.split('.').map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Weilend needs Node 20.19 or newer to start, and this is ' +
      process.versions.node +
      ': install a newer Node (https://nodejs.org) and run the command again.',
  );
  process.exitCode = 1;
} else {
  import('./dependencies.mjs').then(function (dependencies) {
    return dependencies.startOnOwnNode(process.argv.slice(2));
  });
}

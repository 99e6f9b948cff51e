// The demo: builds what it shows, makes its feeds for today, serves it and says where.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createServer} from 'node:net';

import {leadTo, serveSecondOrigin} from './second-origin.mjs';
import {serveDemo} from './serve.mjs';

const FIRST_PORT = Number(process.env.PORT ?? 8000);

function run(command, args) {
  const {status} = spawnSync(command, args, {stdio: ['ignore', 'inherit', 'inherit']});
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether nobody listens on a port. */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)))
      .listen(port);
  });
}

let port = FIRST_PORT;
while (!(await isFree(port))) port += 1;
const origin = `http://localhost:${port}`;

console.log('Building…');
run('npm', ['run', '--silent', 'build']);
if (existsSync('demo/feeds/make.ts')) {
  run(process.execPath, ['demo/feeds/make.ts', '--origin', origin]);
}
run(process.execPath, ['demo/elsewhere/make.ts', '--origin', origin]);
const {address} = await serveSecondOrigin(origin, port + 1);
await serveDemo(port, [leadTo(address)]);
console.log(
  `\nThe demo is served at ${origin}/demo/\nand the site of another origin at ${address}\nThe builder: ${origin}/dist/builder.html?feed=/demo/feeds/generated/pays.json\nCtrl+C stops it.`,
);

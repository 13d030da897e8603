// What a portal's backend does for the plugin, and no more: the relay of readings and the permission's decision. The
// backend plugin has tests of its own.
import { createServer } from 'node:http';

const READINGS = /^\/api\/housecount(\/(insights|data-health|catalog)[^#]*)$/;

/**
 * @param housecount its address
 * @param mayRead whether a person of that name may, and with which query
 */
export async function startRelay(housecount, mayRead) {
  /** What was asked for, and what came of it. */
  const asked = [];
  const listener = createServer(async (request, response) => {
    const person = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    const reading = READINGS.exec(request.url);
    if (request.method === 'OPTIONS') {
      response.end();
    } else if (request.url === '/api/permission/authorize') {
      const { items } = JSON.parse(await textOf(request));
      const result = mayRead(person, '') === 'no' ? 'DENY' : 'ALLOW';
      json(response, 200, { items: items.map(({ id }) => ({ id, result })) });
    } else if (reading === null || person === undefined) {
      json(response, person === undefined ? 401 : 404, {});
    } else if (mayRead(person, reading[1]) !== 'yes') {
      json(response, 403, { error: { name: 'NotAllowedError', message: 'Choose a team that you are in' } });
    } else {
      const answer = await fetch(housecount + reading[1], { headers: { accept: 'application/json' } });
      asked.push({ url: reading[1], status: answer.status });
      json(response, answer.status, await answer.json());
    }
  });
  await new Promise(done => listener.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${listener.address().port}`,
    asked,
    async stop() {
      listener.closeAllConnections();
      await new Promise(done => listener.close(done));
    },
  };
}

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request) {
  let text = '';
  for await (const part of request) {
    text += part;
  }
  return text;
}

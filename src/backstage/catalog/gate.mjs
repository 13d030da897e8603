// Stands between the portal and Housecount: lets requests through, breaks them off, or keeps them waiting.
import { Buffer } from 'node:buffer';
import { createServer, request as ask } from 'node:http';
import { gunzipSync } from 'node:zlib';

/**
 * Its `mode` is `open`; `closed`, which breaks requests off; `hold`, where pages of the catalog do not get through and are
 * never answered; or `lose`, where events get through and their senders are never told.
 *
 * @param target Housecount's address
 * @param hear is told the path and the body of whatever was posted, once Housecount has answered it
 * @param instead answers by path, in place of Housecount's: what is said to a path with its query, and a body
 */
export async function startGate(target, hear = () => {}, instead = {}) {
  const gate = { mode: 'open', held: [] };
  const listener = createServer(async (request, response) => {
    const answer = instead[request.url.split('?')[0]];
    if (answer) {
      const body = textOf(await request.toArray(), request.headers);
      response.writeHead(202, { 'content-type': 'application/json' });
      response.end(JSON.stringify(await answer(request.url, body)));
    } else if (gate.mode === 'closed') {
      request.socket.destroy();
    } else if (gate.mode === 'hold' && request.url.includes('page=')) {
      gate.held.push(request.url); // never answered
    } else {
      const { method, headers } = request;
      const isLost = gate.mode === 'lose' && request.url === '/collect';
      const chunks = [];
      request.on('data', chunk => chunks.push(chunk));
      const onward = ask(target + request.url, { method, headers }, answer => {
        if (method === 'POST') {
          hear(request.url, textOf(chunks, headers));
        }
        if (isLost) {
          answer.resume();
          gate.held.push(request.url);
        } else {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
        }
      });
      onward.once('error', () => response.destroy());
      request.pipe(onward);
    }
  });
  await new Promise(done => listener.listen(0, '127.0.0.1', done));
  gate.url = `http://127.0.0.1:${listener.address().port}`;
  gate.stop = async () => {
    listener.closeAllConnections();
    await new Promise(done => listener.close(done));
  };
  return gate;
}

function textOf(chunks, headers) {
  const body = Buffer.concat(chunks);
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}

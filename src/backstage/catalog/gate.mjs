// Stands between the portal and Housecount: lets requests through, breaks them off, or keeps them waiting.
import { createServer, request as ask } from 'node:http';

/** @param target Housecount's address */
export async function startGate(target) {
  const gate = { mode: 'open', held: [] };
  const listener = createServer((request, response) => {
    if (gate.mode === 'closed') {
      request.socket.destroy();
    } else if (gate.mode === 'hold' && request.url.includes('page=')) {
      gate.held.push(request.url); // never answered
    } else {
      const { method, headers } = request;
      const onward = ask(target + request.url, { method, headers }, answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
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

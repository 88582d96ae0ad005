import type {RequestListener} from 'node:http';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server that answers on this machine only. */
export interface LocalServer {
  /** Origin without a slash at the end. */
  url: string;
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** The port is taken; the message is one line that says what to do. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
}

/**
 * Listens on 127.0.0.1; port 0 takes a free one.
 * @throws {PortInUseError} when the port is taken.
 */
export function listenLocally(port: number, listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const message = `Port ${port} is in use. Stop what uses it, or choose another port.`;
      reject(isTaken ? new PortInUseError(message, {cause: error}) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

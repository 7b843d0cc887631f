// Preloaded into the Agents Playground, which else listens on every interface of the machine, and lives on
// without who started it.
const { Server } = require('node:net');

const listen = Server.prototype.listen;

Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest.filter((one) => typeof one === 'function'))
    : listen.call(this, port, ...rest);
};

process.stdin.on('end', () => process.exit()).resume();

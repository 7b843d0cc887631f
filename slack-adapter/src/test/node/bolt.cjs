// A Bolt app that stores each press before it acknowledges it. How much more it stores, and whether before or after
// that, is told as by io.touchpoint.bench.Mode.
const { App, HTTPReceiver } = require('@slack/bolt');
const { MongoClient } = require('mongodb');

const [, , uri, signingSecret, mode, writes] = process.argv;

async function main() {
  const client = new MongoClient(uri, { maxPoolSize: 10 });
  await client.connect();
  const presses = client.db().collection('presses');
  const effects = client.db().collection('effects');

  async function work(id) {
    for (let i = 1; i < Number(writes); i++) {
      await effects.insertOne({ _id: `${id}|${i}`, at: new Date() });
    }
  }

  const app = new App({
    receiver: new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'] }),
    authorize: async () => ({ botToken: 'xoxb-simulated', botId: 'B0BOT', botUserId: 'U0BOT', teamId: 'T0HOME' }),
  });
  app.action(/.*/, async ({ ack, body, action }) => {
    const id = `${body.team.id}|${body.user.id}|${body.message.ts}|${action.action_ts}`;
    await presses.insertOne({ _id: id, body, at: new Date() });
    if (mode === 'INLINE') {
      await work(id);
    }
    await ack();
    if (mode === 'ASIDE') {
      await work(id);
    }
  });
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  console.log(`takes requests at port ${server.address().port}`);
}

process.stdin.on('end', () => process.exit(0)).resume();
main().catch((error) => {
  console.error(error);
  process.exit(1);
});

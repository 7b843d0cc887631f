// Sends some messages to one channel with Slack's own client, paced by Bottleneck, and ends when all stand.
const { WebClient } = require('@slack/web-api');
const Bottleneck = require('bottleneck');

const [, , slackApiUrl, token, channel, count, minTime] = process.argv;
const client = new WebClient(token, { slackApiUrl });
const limiter = new Bottleneck({ minTime: Number(minTime), maxConcurrent: 10 });

const messages = Array.from({ length: Number(count) }, (_, i) =>
  limiter.schedule(() => client.chat.postMessage({ channel, text: `message ${i}` })));
Promise.all(messages).catch((error) => {
  console.error(error);
  process.exit(1);
});

/** The sandbox's HTTP interface. */

/** A refusal of the interface, with the words of its problem document. */
export class Problem extends Error {
  constructor(problem, status) {
    super(problem.detail || problem.title || `The sandbox answered ${status}.`);
    this.status = status;
  }
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    answer = { detail: text.slice(0, 200) };
  }
  if (!response.ok) {
    throw new Problem(answer, response.status);
  }
  return answer;
}

const query = (parameters) => new URLSearchParams(parameters).toString();

export const api = {
  state: () => call('GET', 'sandbox/state'),
  clock: (move) => call('POST', 'sandbox/clock', move),
  channel: (id) => call('GET', `sandbox/messages?${query({ channel: id })}`),
  direct: (person) => call('GET', `sandbox/messages?${query({ with: person })}`),
  home: (person) => call('GET', `sandbox/home?${query({ of: person })}`),
  say: (by, to, text, replyTo) => call('POST', 'sandbox/messages', { by, to, text, ...(replyTo ? { replyTo } : {}) }),
  press: (press) => call('POST', 'sandbox/presses', press),
  submit: (by, form, values) => call('POST', 'sandbox/forms', { by, form, values }),
  close: (by, form) => call('POST', 'sandbox/forms', { by, form, close: true }),
  add: (person) => call('POST', 'sandbox/people', person),
  command: (by, place, command) => call('POST', 'sandbox/commands', { by, command, ...(place ? { in: place } : {}) }),
  mark: (marking) => call('POST', 'sandbox/marks', marking),
  happen: (event) => call('POST', 'sandbox/events', event),
  rehearse: (weeks, seed) => call('POST', 'sandbox/rehearsal', { weeks, seed }),
};

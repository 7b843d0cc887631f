/** One conversation on the page: whose it is, what stands there, and where to write. */
import { api } from './api.js';
import { avatar, DAY, el, moment, TIME } from './dom.js';
import { drawMessage, PLATFORM } from './native/native.js';

const TITLES = { customer: 'Customer', channel: 'Team channel', manager: 'Colleague' };

export class Pane {

  constructor(section, desk) {
    this.section = section;
    this.desk = desk;
    this.kind = section.dataset.kind;
    this.view = 'messages';
    this.shown = '';
    this.replyTo = null;
    section.append(document.getElementById('pane-template').content.cloneNode(true));
    this.find('.pane-title').textContent = TITLES[this.kind];
    this.who = this.find('.who');
    this.as = this.find('.as');
    this.log = this.find('.log');
    this.box = this.find('textarea');
    this.find('.tabs').hidden = this.kind === 'channel';
    this.find('.acting').hidden = this.kind !== 'channel';
    this.who.addEventListener('change', () => this.choose(this.who.value));
    this.as.addEventListener('change', () => this.refresh(true));
    section.querySelectorAll('.tab').forEach((tab) => tab.addEventListener('click', () => this.open(tab.dataset.view)));
    this.find('.composer').addEventListener('submit', (event) => { event.preventDefault(); this.send(); });
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    this.find('.replying button').addEventListener('click', () => { this.replying(null); this.box.focus(); });
  }

  find(selector) {
    return this.section.querySelector(selector);
  }

  /** Offers the people or channels that the platform has now. */
  offer(state) {
    const options = this.kind === 'channel' ? state.channels.map((channel) => [channel.id, `#${channel.name}`])
      : state.people.filter((person) => (person.role === 'customer') === (this.kind === 'customer'))
        .map((person) => [person.id, this.kind === 'customer' ? person.name : `${person.name}, ${describe(person, state)}`]);
    fill(this.who, options);
    if (this.kind === 'channel') {
      this.offerActing(state);
    }
  }

  offerActing(state) {
    const team = state.channels.find((channel) => channel.id === this.who.value)?.team;
    const staff = state.people.filter((person) => person.role !== 'customer' || !team);
    staff.sort((one, other) => Number(other.team === team) - Number(one.team === team));
    fill(this.as, staff.map((person) => [person.id, person.name]));
  }

  /** Shows another person or channel. */
  async choose(id) {
    this.who.value = id;
    this.replying(null);
    if (this.kind === 'channel') {
      this.as.replaceChildren();
      this.offerActing(this.desk.state);
    }
    this.shown = '';
    await this.refresh(true);
  }

  /** Shows the messages or the home tab. */
  async open(view) {
    this.view = view;
    this.section.querySelectorAll('.tab').forEach((tab) => tab.setAttribute('aria-pressed', String(tab.dataset.view === view)));
    this.find('.composer').hidden = view === 'home';
    this.shown = '';
    await this.refresh(true);
  }

  /** The person who acts in this pane. */
  actor() {
    return this.kind === 'channel' ? this.as.value : this.who.value;
  }

  /** Lets another person act in this channel. */
  act(person) {
    if ([...this.as.options].some((option) => option.value === person)) {
      this.as.value = person;
    }
  }

  zone() {
    return this.desk.person(this.actor())?.timeZone ?? 'UTC';
  }

  /** @param idle whether nothing was done since: a home tab is opened anew only when something was */
  async refresh(toEnd, idle) {
    if (!this.who.value || (idle && this.view === 'home')) {
      return;
    }
    const asked = `${this.who.value} ${this.view} ${this.actor()}`;
    this.describe();
    const messages = await this.messages();
    if (asked !== `${this.who.value} ${this.view} ${this.actor()}`) {
      return;
    }
    const shown = JSON.stringify([asked, messages]);
    if (shown === this.shown) {
      return;
    }
    const first = this.shown === '';
    this.shown = shown;
    this.draw(messages, toEnd || first || this.atEnd(), first);
  }

  async messages() {
    if (this.view === 'home') {
      return [await api.home(this.who.value)];
    }
    const { messages } = this.kind === 'channel' ? await api.channel(this.who.value) : await api.direct(this.who.value);
    return messages.filter((message) => !message.deleted || message.replies)
      .filter((message) => !message.visibleTo || message.visibleTo === this.actor());
  }

  describe() {
    const person = this.desk.person(this.actor());
    const place = this.desk.state.channels.find((channel) => channel.id === this.who.value);
    const local = person ? `${moment(this.desk.state.now, person.timeZone, TIME)} in ${person.timeZone.split('/').pop().replaceAll('_', ' ')}` : '';
    this.find('.pane-about').textContent = this.kind === 'channel'
      ? `${this.desk.teamName(place?.team) || 'customers and colleagues'} · ${PLATFORM.name} channel · ${local} for ${person?.name ?? ''}`
      : `${PLATFORM.direct} · ${local}${this.kind === 'customer' ? ` · ${language(person?.locale)}` : ''}`;
    this.box.placeholder = this.kind === 'channel' ? `Message #${place?.name ?? ''}` : 'Message Touchpoint';
    this.box.setAttribute('aria-label', this.box.placeholder);
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
  }

  draw(messages, toEnd, first) {
    const focused = focusOf(this.log);
    const known = new Map([...this.log.querySelectorAll('.message')].map((node) => [node.dataset.message, node]));
    const tops = messages.filter((message) => !message.replyTo || !messages.some((other) => other.id === message.replyTo));
    const nodes = [];
    let day = '';
    for (const message of tops) {
      const today = moment(message.at, this.zone(), DAY);
      if (this.view !== 'home' && today !== day) {
        nodes.push(el('div', { class: 'day' }, today));
        day = today;
      }
      nodes.push(this.drawn(message, messages.filter((other) => other.replyTo === message.id), known));
    }
    if (nodes.length === 0) {
      nodes.push(el('p', { class: 'empty' }, this.kind === 'customer' ? 'Nothing here yet. Let something happen in the shop, and move the clock.'
        : 'Nothing here yet.'));
    }
    this.log.replaceChildren(...nodes);
    focused?.(this.log);
    if (toEnd && this.view !== 'home') {
      this.toEnd(first ? 2 : 1);
    }
  }

  /** Shows the end, or the beginning of one of the last messages where that is longer than the pane. */
  toEnd(most) {
    this.log.scrollTop = this.log.scrollHeight;
    const long = [...this.log.querySelectorAll(':scope > .message')].slice(-most).find((one) => one.offsetHeight > this.log.clientHeight);
    if (long) {
      this.log.scrollTop = long.offsetTop - this.log.offsetTop - 8;
    }
  }

  /** The node of a message; the one that stands is kept when nothing has changed. */
  drawn(message, replies, known) {
    const content = JSON.stringify([message, replies, this.actor()]);
    const old = known.get(message.id);
    if (old?.content === content) {
      return old;
    }
    const node = this.line(message);
    if (replies.length > 0) {
      node.append(el('div', { class: 'thread' },
        el('div', { class: 'thread-head' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
        replies.map((reply) => this.line(reply, true))));
    }
    node.content = content;
    return node;
  }

  line(message, inThread) {
    const bot = message.from === 'bot';
    const name = bot ? 'Touchpoint' : this.desk.person(message.from)?.name ?? 'Somebody';
    const body = el('div', {},
      this.view === 'home' ? null : el('div', { class: 'who-line' },
        el('span', { class: 'name' }, name), bot ? el('span', { class: 'tag' }, 'App') : null,
        el('time', { class: 'at', datetime: message.at }, moment(message.at, this.zone(), TIME)),
        message.edited ? el('span', { class: 'edited' }, '(edited)') : null),
      message.deleted ? el('p', { class: 'gone' }, 'This message was deleted.') : drawMessage(message, this.desk.context(this, message)),
      this.kind === 'channel' && !inThread && !message.visibleTo && !message.deleted && this.view !== 'home'
        ? el('button', { class: 'reply', type: 'button', onclick: () => { this.replying(message); this.box.focus(); } }, 'Reply in thread') : null,
      this.kind === 'channel' && !bot && !message.visibleTo && !message.deleted
        ? el('button', { class: 'reply', type: 'button', onclick: () => this.desk.mark(this.actor(), message.id) }, 'Mark as solved…') : null);
    return el('article', { class: `message${message.visibleTo ? ' private' : ''}`, 'data-message': message.id,
      'aria-label': `${name}, ${moment(message.at, this.zone(), TIME)}` },
    message.visibleTo ? el('p', { class: 'only-you' }, 'Only visible to you') : null,
    avatar(name, bot), body);
  }

  replying(message) {
    this.replyTo = message?.id ?? null;
    const note = this.find('.replying');
    note.hidden = !message;
    note.querySelector('span').textContent = message ? `Replying in the thread of “${message.text.split('\n')[0].slice(0, 60)}”` : '';
  }

  async send() {
    const text = this.box.value.trim();
    if (!text) {
      return;
    }
    this.box.value = '';
    const done = await this.desk.act(() => this.said(text));
    if (!done) {
      this.box.value = text;
    }
    this.box.focus();
  }

  async said(text) {
    if (text.startsWith('/')) {
      const answer = await api.command(this.actor(), this.kind === 'channel' ? this.who.value : undefined, text);
      this.desk.opened(answer.form, this.actor());
    } else {
      await api.say(this.actor(), this.kind === 'channel' ? this.who.value : 'bot', text, this.replyTo);
      this.replying(null);
    }
    return true;
  }

  /** Draws the eye here; with a message, to that message; with words, to where it quotes them. */
  look(message, words) {
    this.section.classList.add('look');
    const node = message ? this.log.querySelector(`[data-message="${CSS.escape(message)}"]`) : null;
    if (node) {
      node.classList.add('look');
      node.scrollIntoView({ block: 'nearest' });
      if (node.offsetHeight > this.log.clientHeight) {
        node.scrollIntoView({ block: 'start' });
      }
      const quote = [...node.querySelectorAll('blockquote')].find((one) => words && one.textContent.includes(words));
      quote?.scrollIntoView({ block: 'center' });
    }
  }

}

function describe(person, state) {
  const team = state.channels.find((channel) => channel.team === person.team)?.team;
  return [person.role === 'staff' ? null : person.role, team].filter(Boolean).join(', ') || 'staff';
}

function language(locale) {
  return locale ? new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) : '';
}

function fill(select, options) {
  const now = [...select.options].map((option) => [option.value, option.textContent]);
  if (JSON.stringify(now) === JSON.stringify(options)) {
    return;
  }
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, label]) => el('option', { value }, label)));
  if (options.some(([value]) => value === chosen)) {
    select.value = chosen;
  }
}

/** Remembers which control has the focus, and gives a function that focuses it again. */
function focusOf(log) {
  const active = document.activeElement;
  if (!log.contains(active)) {
    return null;
  }
  const message = active.closest('[data-message]')?.dataset.message;
  const control = active.dataset.control;
  return () => {
    const again = message && log.querySelector(`[data-message="${CSS.escape(message)}"]`);
    const target = again && (again.querySelector(`[data-control="${CSS.escape(control ?? '')}"]`) ?? again.querySelector('[data-control]'));
    (target ?? log).focus({ preventScroll: true });
  };
}
